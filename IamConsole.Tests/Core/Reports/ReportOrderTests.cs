using IamConsole.Core.Jobs;
using IamConsole.Core.Reports;
using IamConsole.Core.Sessions;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Reports;

/// <summary>When a report is made, by whom, and what becomes of the one before.</summary>
public sealed class ReportOrderTests
{
    [Theory, BothDatabases]
    public async Task A_report_younger_than_four_hours_is_delivered_again_unless_forced(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.ReportAsync(root);
        await iam.UserAsync(account, root, "alice");
        iam.Clock.Advance(TimeSpan.FromHours(4) - TimeSpan.FromSeconds(1));
        root = await iam.RenewAsync(root);

        var kept = (await iam.Get<GenerateCredentialReport>().RunAsync(root.Caller, ReportKind.Credential, force: false, IamScenario.Ct)).Ok();
        await iam.RunJobsAsync();
        Assert.False(kept.IsUnderWay);
        Assert.Equal(iam.Now.AddSeconds(1), kept.NextAt);
        Assert.DoesNotContain("alice", await iam.DownloadAsync(root), StringComparison.Ordinal);
        iam.Clock.Advance(TimeSpan.FromSeconds(1));
        var ordered = (await iam.Get<GenerateCredentialReport>().RunAsync(root.Caller, ReportKind.Credential, force: false, IamScenario.Ct)).Ok();
        await iam.RunJobsAsync();

        Assert.True(ordered.IsUnderWay);
        Assert.Contains("alice", await iam.DownloadAsync(root), StringComparison.Ordinal);
        await iam.UserAsync(account, root, "bob");
        Assert.Contains("bob", await iam.ReportAsync(root), StringComparison.Ordinal);
        Assert.Equal(1, await iam.ReadAsync(db => db.Reports.CountAsync()));
        Assert.Equal(1, await iam.ReadAsync(db => db.ReportChunks.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Ordered_by_several_at_once_one_report_is_made(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var administrators = new List<SignedIn> { root };
        for (var i = 0; i < 3; i++) administrators.Add(await iam.SignInAsync(await iam.AdministratorAsync(account, root, $"admin{i}")));

        var answers = await Simultaneously.RunAsync(4, i => iam.Get<GenerateCredentialReport>().RunAsync(
            administrators[i].Caller, ReportKind.Credential, force: true, IamScenario.Ct));

        Assert.All(answers, a => Assert.True(a.Ok().IsUnderWay));
        Assert.Equal(1, await iam.ReadAsync(db => db.Jobs.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Only_who_may_orders_downloads_looks_or_previews_and_each_is_recorded(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = (await iam.SignInAsync(await iam.UserAsync(account, root, "alice"))).Caller;
        Assert.Equal(ReportErrors.NotPresent,
            (await iam.Get<GetCredentialReport>().RunAsync(root.Caller, ReportKind.Credential, IamScenario.Ct)).Error);
        await iam.ReportAsync(root);

        foreach (var refused in new[]
                 {
                     (await iam.Get<GenerateCredentialReport>().RunAsync(alice, ReportKind.Credential, true, IamScenario.Ct)).Error,
                     (await iam.Get<GetCredentialReport>().RunAsync(alice, ReportKind.Credential, IamScenario.Ct)).Error,
                     (await iam.Get<ReadReportState>().RunAsync(alice, ReportKind.Credential, IamScenario.Ct)).Error,
                     (await iam.Get<PreviewCredentialReport>().RunAsync(alice, null, null, IamScenario.Ct)).Error,
                     (await iam.Get<ReadSummaryMap>().RunAsync(alice, IamScenario.Ct)).Error,
                 })
            Assert.Equal("AccessDenied", refused!.Code);

        var trail = await iam.TrailAsync();
        Assert.Contains(trail, e => e is { EventName: "GetCredentialReport", Succeeded: false, Reason: "ReportNotPresent" });
        Assert.Contains(trail, e => e is { EventName: "GetCredentialReport", Succeeded: true } && e.Details!.Contains("\"rows\":2", StringComparison.Ordinal));
        Assert.Contains(trail, e => e is { EventName: "GenerateCredentialReport", Succeeded: true } && e.Details!.Contains("STARTED", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task What_a_dead_server_left_half_made_is_made_anew_after_the_restart(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        (await iam.Get<GenerateCredentialReport>().RunAsync(root.Caller, ReportKind.Credential, false, IamScenario.Ct)).Ok();
        await using (var db = await iam.OpenAsync())
        {
            var report = await db.Reports.SingleAsync(IamScenario.Ct);
            db.ReportChunks.Add(new ReportChunk { ReportId = report.Id, Number = 1, Data = [1, 2, 3] });
            db.ReportChunks.Add(new ReportChunk { ReportId = report.Id, Number = 2, Data = [4] });
            var job = await db.Jobs.SingleAsync(IamScenario.Ct);
            (job.State, job.LeaseUntil) = (JobState.Running, iam.Now.AddMinutes(1));
            await db.SaveChangesAsync(IamScenario.Ct);
        }

        // Who ordered it signs out; it is made all the same, and delivered to who may.
        await iam.Get<SignOut>().RunAsync(root.Token, IamScenario.Client, IamScenario.Ct);
        await iam.RestartAsync();
        iam.Clock.Advance(TimeSpan.FromMinutes(2));
        await iam.RunJobsAsync();

        Assert.StartsWith("user,arn,", await iam.DownloadAsync(await iam.SignInAsync(account.Root)), StringComparison.Ordinal);
        Assert.Equal(1, await iam.ReadAsync(db => db.ReportChunks.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_large_account_is_stored_in_chunks_and_delivered_whole(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await using (var db = await iam.OpenAsync())
        {
            var path = "/" + new string('"', 400) + "/";
            db.Users.AddRange(Enumerable.Range(0, 3000).Select(i => CreateUser.New(account.Id, $"user{i:D4}", path, iam.Now)));
            await db.SaveChangesAsync(IamScenario.Ct);
        }

        var rows = (await iam.ReportAsync(root)).Split('\n');

        Assert.Equal(3002, rows.Length);
        Assert.Equal(rows.Skip(2).Order(StringComparer.Ordinal), rows.Skip(2));
        Assert.True(await iam.ReadAsync(db => db.ReportChunks.CountAsync()) > 5);
        Assert.True(await iam.ReadAsync(db => db.ReportChunks.MaxAsync(c => c.Data.Length)) < 300 * 1024);
    }

    [Theory, BothDatabases]
    public async Task The_preview_begins_with_root_and_the_summary_counts(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, _) = await iam.AliceWithAuthenticatorAppAsync();
        for (var i = 0; i < 12; i++) await iam.UserAsync(account, root, $"user{i:D2}", hasPassword: false);
        var preview = iam.Get<PreviewCredentialReport>();

        var first = (await preview.RunAsync(root.Caller, null, null, IamScenario.Ct)).Ok();
        var second = (await preview.RunAsync(root.Caller, null, first.NextAfter, IamScenario.Ct)).Ok();
        var found = (await preview.RunAsync(root.Caller, " USER1", null, IamScenario.Ct)).Ok();
        var summary = (await iam.Get<ReadSummaryMap>().RunAsync(root.Caller, IamScenario.Ct)).Ok().ToDictionary(e => e.Key, e => e.Value);

        Assert.Equal(["<root_account>", "alice", "user00"], first.Rows.Take(3).Select(r => r.Name));
        Assert.Equal((10, 4, null), (first.Rows.Count, second.Rows.Count, second.NextAfter));
        Assert.Equal(["user10", "user11"], found.Rows.Select(r => r.Name));
        Assert.Equal((13, 1, 1, 0, 1), (summary["Users"], summary["MFADevices"], summary["MFADevicesInUse"], summary["AccountMFAEnabled"], summary["AccountPasswordPresent"]));
    }
}
