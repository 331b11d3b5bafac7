using IamConsole.Core;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.Passkeys;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.FidoMetadata;

/// <summary>Loading: one transaction, numbers only rise, differences, two servers at once.</summary>
public sealed class LoadMetadataTests
{
    private const string Identifier = "7c0903708b87115b0b422def3138c3c864e44573";

    [Theory, BothDatabases]
    public async Task A_model_is_found_by_its_aaguid_and_a_u2f_model_by_its_certificates_key(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        using var authority = new MetadataAuthority(iam.Now);
        var find = iam.Get<FindModel>();
        Assert.Null(await find.RunAsync(TestEntries.Aaguid(1), [], IamScenario.Ct));
        Assert.Null(await iam.Get<ReadMetadata>().RunAsync(IamScenario.Ct));

        var load = (await LoadAsync(iam, authority, b => b.With(TestEntries.Fido2(1, "Key A"), TestEntries.U2f(Identifier, "Key B")))).Ok();
        Assert.True(load.IsNew);
        Assert.Equal((7L, 2, "test.jwt", 0), (load.State.Loaded.Number, load.State.Loaded.Models, load.State.Loaded.Source, load.State.DaysOverdue));
        Assert.Empty(load.State.Changes);
        Assert.Equal(("Key A", "L1"), (await find.RunAsync(TestEntries.Aaguid(1), [Identifier], IamScenario.Ct)) is { } a ? (a.Name, a.Levels.Fido) : default);
        Assert.Equal("Key B", (await find.RunAsync(Guid.Empty, ["00", Identifier.ToUpperInvariant()], IamScenario.Ct))?.Name);
        Assert.Null(await find.RunAsync(TestEntries.Aaguid(2), [Identifier], IamScenario.Ct));
        Assert.Null(await find.RunAsync(Guid.Empty, [], IamScenario.Ct));
        var last = await iam.LastEventAsync();
        Assert.Equal(("LoadFidoMetadata", "Operator", null, "fido-metadata/7"), (last.EventName, last.ActorType, last.AccountId, last.Target));
    }

    [Theory, BothDatabases]
    public async Task The_difference_names_what_is_new_changed_compromised_and_gone(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        using var authority = new MetadataAuthority(iam.Now);
        var certified = TestEntries.Report("FIDO_CERTIFIED_L1", "2020-01-01");
        (await LoadAsync(iam, authority, b => b.With(
            TestEntries.Fido2(1, "Same", certified), TestEntries.Fido2(2, "Renamed", certified), TestEntries.Fido2(3, "Bad", certified),
            TestEntries.Fido2(4, "Better", certified), TestEntries.Fido2(5, "Gone", certified)))).Ok();

        var state = (await LoadAsync(iam, authority, b => b.Number(8).With(
            TestEntries.Fido2(1, "Same", certified), TestEntries.Fido2(2, "New name", certified),
            TestEntries.Fido2(3, "Bad", certified, TestEntries.Report("REVOKED", "2026-01-01")),
            TestEntries.Fido2(4, "Better", certified, TestEntries.Report("FIDO_CERTIFIED_L2", "2026-01-01")), TestEntries.Fido2(6, "New", certified)))).Ok().State;

        Assert.Equal(7, state.Before);
        Assert.Equal(
            [(ModelChangeKind.Compromised, "Bad", "REVOKED"), (ModelChangeKind.StatusChanged, "Better", "FIDO_CERTIFIED_L2"), (ModelChangeKind.Removed, "Gone", null),
                (ModelChangeKind.Added, "New", "FIDO_CERTIFIED_L1"), (ModelChangeKind.Changed, "New name", null)],
            state.Changes.Select(c => (c.Kind, c.Name, c.Statuses)));
        Assert.Null(await iam.Get<FindModel>().RunAsync(TestEntries.Aaguid(5), [], IamScenario.Ct));
        Assert.Equal("REVOKED", (await iam.Get<FindModel>().RunAsync(TestEntries.Aaguid(3), [], IamScenario.Ct))?.Status.Name);
        await iam.RestartAsync();
        Assert.Equal("New name", (await iam.Get<FindModel>().RunAsync(TestEntries.Aaguid(2), [], IamScenario.Ct))?.Name);
    }

    [Theory, BothDatabases]
    public async Task Numbers_only_rise_and_a_refused_blob_changes_nothing_but_the_trail(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        using var authority = new MetadataAuthority(iam.Now);
        (await LoadAsync(iam, authority, b => b.With(TestEntries.Fido2(1, "Key A")))).Ok();

        var again = (await LoadAsync(iam, authority, b => b.With(TestEntries.Fido2(1, "Key A")))).Ok();
        Assert.False(again.IsNew);
        Assert.Equal(MetadataErrors.NumberReused, (await LoadAsync(iam, authority, b => b.With(TestEntries.Fido2(2, "Key B")))).Error);
        Assert.Equal(MetadataErrors.Older(6, 7), (await LoadAsync(iam, authority, b => b.Number(6).With(TestEntries.Fido2(2, "Key B")))).Error);
        using var stranger = new MetadataAuthority(iam.Now);
        using var forged = new TestBlob(stranger).Number(9).With(TestEntries.Fido2(2, "Key B"));
        Assert.Equal(MetadataErrors.NotTrusted, (await iam.Get<LoadMetadata>().RunAsync(forged.Build(), authority.Trust, "x", IamScenario.Ct)).Error);

        Assert.Equal((false, MetadataErrors.NotTrusted.Code), await iam.LastEventAsync() is var last ? (last.Succeeded, last.Reason) : default);
        Assert.NotNull(await iam.Get<FindModel>().RunAsync(TestEntries.Aaguid(1), [], IamScenario.Ct));
        Assert.Equal(1, await iam.ReadAsync(db => db.StoredModels.CountAsync(IamScenario.Ct)));
    }

    [Theory, BothDatabases]
    public async Task Two_servers_that_load_at_once_load_once(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        using var authority = new MetadataAuthority(iam.Now);
        using var seven = new TestBlob(authority).With(TestEntries.Fido2(1, "Key A"));
        using var eight = new TestBlob(authority).Number(8).With(TestEntries.Fido2(1, "Key A"), TestEntries.Fido2(2, "Key B"));
        byte[][] files = [seven.Build(), eight.Build()];

        var done = await Simultaneously.RunAsync(6, i => iam.Get<LoadMetadata>().RunAsync(files[i % 2], authority.Trust, "x", IamScenario.Ct));
        Assert.All(done, d => Assert.True(d.Succeeded || d.Error == MetadataErrors.Older(7, 8), d.Error?.Message));
        Assert.InRange(done.Count(d => d.Value?.IsNew == true), 1, 2);
        Assert.Equal(2, await iam.ReadAsync(db => db.StoredModels.CountAsync(IamScenario.Ct)));
        Assert.NotNull(await iam.Get<FindModel>().RunAsync(TestEntries.Aaguid(2), [], IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task A_blob_past_its_date_is_loaded_and_its_age_is_told_and_reports_count_from_their_day(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        using var authority = new MetadataAuthority(iam.Now);
        (await LoadAsync(iam, authority, b =>
        {
            b.Payload["nextUpdate"] = "2026-02-20";
            b.With(TestEntries.Fido2(1, "Key A", TestEntries.Report("FIDO_CERTIFIED_L1", "2020-01-01"), TestEntries.Report("FIDO_CERTIFIED_L2", "2026-03-05")));
        })).Ok();

        Assert.Equal(10, (await iam.Get<ReadMetadata>().RunAsync(IamScenario.Ct))?.DaysOverdue);
        Assert.Equal("L1", (await iam.Get<FindModel>().RunAsync(TestEntries.Aaguid(1), [], IamScenario.Ct))?.Levels.Fido);
        iam.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal("L2", (await iam.Get<FindModel>().RunAsync(TestEntries.Aaguid(1), [], IamScenario.Ct))?.Levels.Fido);
    }

    [Theory, BothDatabases]
    public async Task Keys_are_to_be_judged_after_each_load_and_once_a_day(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        using var authority = new MetadataAuthority(iam.Now);
        var (progress, judge) = (iam.Get<JudgingProgress>(), iam.Get<JudgeKeys>());
        Assert.Null(await progress.DueAsync(IamScenario.Ct));
        (await LoadAsync(iam, authority, b => b.With(TestEntries.Fido2(1, "Key A")))).Ok();
        Assert.Equal(7, await progress.DueAsync(IamScenario.Ct));
        await judge.RunAsync(7, IamScenario.Ct);
        Assert.Null(await progress.DueAsync(IamScenario.Ct));
        (await LoadAsync(iam, authority, b => b.Number(8).With(TestEntries.Fido2(1, "Key A")))).Ok();
        Assert.Equal(8, await progress.DueAsync(IamScenario.Ct));
        await judge.RunAsync(8, IamScenario.Ct);
        iam.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(8, await progress.DueAsync(IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task The_conformance_blob_goes_in_whole(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        iam.Clock.AdjustTime(ConformanceBlob.Time);
        var load = (await iam.Get<LoadMetadata>().RunAsync(ConformanceBlob.Blob, ConformanceBlob.Trust, "no42", IamScenario.Ct)).Ok();
        Assert.Equal((42L, 100, 100, 0), (load.State.Loaded.Number, load.State.Loaded.Models, load.State.Loaded.Others, load.State.Loaded.LeftOut));
    }

    private static Task<Result<MetadataLoad>> LoadAsync(IamScenario iam, MetadataAuthority authority, Action<TestBlob> fill) => iam.LoadMetadataAsync(authority, fill);
}
