using IamConsole.Core.Consignments;
using IamConsole.Core.SeedFiles;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Consignments;

/// <summary>A dry run whose server was killed while it read, and one that somebody throws away while it reads.</summary>
public sealed class BrokenOffTests
{
    [Theory, BothDatabases]
    public async Task A_killed_dry_run_is_listed_can_be_thrown_away_and_is_forgotten_after_a_day(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        await KilledAsync(iam, root);
        iam.Clock.Advance(TimeSpan.FromMinutes(3));
        await KilledAsync(iam, root);

        var listed = (await iam.Get<ListConsignments>().RunAsync(root.Caller, IamScenario.Ct)).Ok();
        Assert.Equal([(ConsignmentState.Reading, 1_000, false), (ConsignmentState.Reading, 1_000, true)], listed.Select(c => (c.State, c.Rows, c.IsCutOff)));
        Assert.True(await iam.ReadAsync(db => db.ConsignmentRows.AnyAsync(r => r.ProtectedSeed != null)));
        (await iam.Get<DiscardConsignment>().RunAsync(root.Caller, listed[1].Id, IamScenario.Ct)).Ok();
        await iam.RunJobsAsync();
        Assert.Equal([listed[0].Id], await iam.ReadAsync(db => db.Consignments.Select(c => c.Id).ToListAsync()));

        await iam.Get<TidyConsignments>().RunAsync(IamScenario.Ct);
        Assert.Equal(1_000, await iam.ReadAsync(db => db.ConsignmentRows.CountAsync()));
        iam.Clock.Advance(TimeSpan.FromHours(25));
        await iam.Get<TidyConsignments>().RunAsync(IamScenario.Ct);
        Assert.Equal(0, await iam.ReadAsync(db => db.ConsignmentRows.CountAsync()) + await iam.ReadAsync(db => db.Consignments.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Thrown_away_in_another_window_the_reading_ends_and_leaves_nothing(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var read = await iam.Get<ReadConsignment>().RunAsync(
            root.Caller, SeedCsvText.File(SeedCsvText.Rows(2_500)), new ConsignmentWish("f", null, null, null), new SeedFileOptions(), async rows =>
            {
                if (rows != 1_000) return;
                var id = (await iam.Get<ListConsignments>().RunAsync(root.Caller, IamScenario.Ct)).Ok()[0].Id;
                (await iam.Get<DiscardConsignment>().RunAsync(root.Caller, id, IamScenario.Ct)).Ok();
            }, IamScenario.Ct);
        await iam.RunJobsAsync();

        Assert.Equal(ConsignmentErrors.NoSuchConsignment, read.Error);
        Assert.Equal(0, await iam.ReadAsync(db => db.ConsignmentRows.CountAsync()) + await iam.ReadAsync(db => db.Consignments.CountAsync()));
    }

    // Begun, a thousand rows kept; the next are lost with the server.
    private static async Task KilledAsync(IamScenario iam, SignedIn root)
    {
        await iam.RestartWithAsync(new DyingServer(commits: 3));
        await Assert.ThrowsAsync<ServerDiedException>(() => iam.Get<ReadConsignment>().RunAsync(
            root.Caller, SeedCsvText.File(SeedCsvText.Rows(2_500)), new ConsignmentWish("f", null, null, null), new SeedFileOptions(), null, IamScenario.Ct));
        await iam.RestartWithAsync(null);
    }
}
