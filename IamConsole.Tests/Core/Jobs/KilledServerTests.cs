using System.Globalization;
using IamConsole.Core.BulkActions;
using IamConsole.Core.Consignments;
using IamConsole.Core.Groups;
using IamConsole.Core.Jobs;
using IamConsole.Core.Reports;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Consignments;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Jobs;

/// <summary>
/// Every kind of background work on servers that are killed at each of its commits in turn, before it or after it, until one
/// finds nothing left to do: nothing is lost and nothing done twice. KILLED_ROWS=20000 for more.
/// </summary>
public sealed class KilledServerTests
{
    // What a life commits before its first step: what its predecessor held is free again, and is taken.
    private const int Overture = 2;

    private static readonly int Rows = int.Parse(Environment.GetEnvironmentVariable("KILLED_ROWS") ?? "2100", CultureInfo.InvariantCulture);

    public static TheoryData<DatabaseKind, bool> Deaths => new()
    {
        { DatabaseKind.Sqlite, false }, { DatabaseKind.Sqlite, true }, { DatabaseKind.Postgres, false }, { DatabaseKind.Postgres, true },
    };

    [Theory, MemberData(nameof(Deaths))]
    public async Task Each_token_comes_into_the_stock_once_and_leaves_it_whole(DatabaseKind database, bool afterCommit)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var id = await ReadAsync(iam, root);
        (await iam.Get<ImportConsignment>().RunAsync(root.Caller, id, allOrNothing: true, IamScenario.Ct)).Ok();

        Assert.InRange(await LiveAndDieAsync(iam, afterCommit), Rows / 1_000, int.MaxValue);
        var job = await iam.ReadAsync(db => db.Jobs.SingleAsync());
        Assert.Equal((JobState.Finished, Rows, Rows), (job.State, job.Done, job.Total));
        Assert.Equal((Rows, Rows), (await iam.ReadAsync(db => db.HardwareTokens.CountAsync()), await iam.ReadAsync(db => db.TokenEvents.CountAsync())));

        (await iam.Get<UndoConsignment>().RunAsync(root.Caller, id, IamScenario.Ct)).Ok();
        Assert.InRange(await LiveAndDieAsync(iam, afterCommit), 2 * Rows / 1_000, int.MaxValue);
        Assert.Equal((0, 0), (await iam.ReadAsync(db => db.HardwareTokens.CountAsync()), await iam.ReadAsync(db => db.TokenEvents.CountAsync())));
        Assert.Equal(ConsignmentState.Undone, await iam.ReadAsync(db => db.Consignments.Select(c => c.State).SingleAsync()));

        var discarded = await ReadAsync(iam, root);
        (await iam.Get<DiscardConsignment>().RunAsync(root.Caller, discarded, IamScenario.Ct)).Ok();
        Assert.InRange(await LiveAndDieAsync(iam, afterCommit), Rows / 1_000, int.MaxValue);
        Assert.Equal([id], await iam.ReadAsync(db => db.ConsignmentRows.Select(r => r.ConsignmentId).Distinct().ToListAsync()));
    }

    [Theory, MemberData(nameof(Deaths))]
    public async Task Each_user_is_told_and_recorded_once_by_an_action_on_many(DatabaseKind database, bool afterCommit)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "Field", IamScenario.Ct)).Ok();
        string[] names = ["amy", "bea", "cat", "dot"];
        var ids = new List<string> { root.UserId };
        foreach (var name in names) ids.Add((await iam.UserAsync(account, root, name)).UserId);

        foreach (var action in new BulkAction[]
            { new(BulkActionKind.RemindOfMfa), new(BulkActionKind.AddToGroup, "Field"), new(BulkActionKind.DeactivateConsoleAccess) })
        {
            var job = (await iam.Get<StartBulkAction>().RunAsync(root.Caller, action, ids, new UserQuery(), IamScenario.Ct)).Ok();
            Assert.InRange(await LiveAndDieAsync(iam, afterCommit), names.Length, int.MaxValue);
            var read = (await iam.Get<ReadJob>().RunAsync(root.Caller, job.Id, 0, false, IamScenario.Ct)).Ok();
            Assert.Equal((JobState.Finished, 4, 4, 0), (read.Job.State, read.Job.Total, read.Job.Done, read.Job.Refused));
            var done = action.Kind is BulkActionKind.RemindOfMfa ? JobItemState.InPart : JobItemState.Done;
            Assert.All(read.Items, i => Assert.Equal(done, i.State));
        }

        foreach (var name in new[] { "RemindOfMFA", "AddUserToGroup", "DeleteLoginProfile" })
            Assert.Equal(names.Length, (await iam.TrailAsync()).Count(e => e.EventName == name && e.Succeeded));
        Assert.Equal(names.Length, await iam.ReadAsync(db => db.Notices.CountAsync(n => n.Text.Contains("reminds you"))));
        Assert.True((await iam.VerifyAsync()).IsGood);
    }

    [Theory, MemberData(nameof(Deaths))]
    public async Task A_report_is_whole_and_the_one_before_it_gone(DatabaseKind database, bool afterCommit)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        for (var round = 0; round < 2; round++)
        {
            (await iam.Get<GenerateCredentialReport>().RunAsync(root.Caller, ReportKind.Credential, force: true, IamScenario.Ct)).Ok();
            await LiveAndDieAsync(iam, afterCommit, startsAnew: true);
        }

        var stored = (await iam.Get<GetCredentialReport>().RunAsync(root.Caller, ReportKind.Credential, IamScenario.Ct)).Ok();
        using var file = new MemoryStream();
        await iam.Get<ReportContent>().CopyToAsync(stored, false, file, IamScenario.Ct);
        Assert.Equal((stored.Bytes, 1), (file.Length, await iam.ReadAsync(db => db.Reports.CountAsync())));
    }

    // Each server gets one commit further than the one before, and is killed there; how many died. Work that starts anew each
    // time, as a report does, has to live longer for that.
    private static async Task<int> LiveAndDieAsync(IamScenario iam, bool afterCommit, bool startsAnew = false)
    {
        for (var died = 0; ; died++)
        {
            await iam.RestartWithAsync(new DyingServer(Overture + (afterCommit ? 1 : 2) + (startsAnew ? died : 0), afterCommit));
            try
            {
                await iam.Get<JobRunner>().ReleaseOfPredecessorsAsync([], IamScenario.Ct);
                await iam.RunJobsAsync();
            }
            catch (ServerDiedException)
            {
                Assert.InRange(died, 0, Rows);
                continue;
            }

            await iam.RestartWithAsync(null);
            return died;
        }
    }

    private static async Task<string> ReadAsync(IamScenario iam, SignedIn by) => (await iam.Get<ReadConsignment>().RunAsync(
        by.Caller, SeedCsvText.File(SeedCsvText.Rows(Rows)), new ConsignmentWish("order-1.csv", null, null, null), new SeedFileOptions(), null,
        IamScenario.Ct)).Ok().Id;
}
