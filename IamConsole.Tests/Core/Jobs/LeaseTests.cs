using IamConsole.Core.BulkActions;
using IamConsole.Core.Consignments;
using IamConsole.Core.Jobs;
using IamConsole.Core.Permissions;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Consignments;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IamConsole.Tests.Core.Jobs;

/// <summary>Who holds a job, and what a server that held it too long can still do: nothing.</summary>
public sealed class LeaseTests
{
    [Theory, BothDatabases]
    public async Task A_server_that_slept_while_another_imported_writes_nothing_when_it_wakes(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var id = (await iam.Get<ReadConsignment>().RunAsync(
            root.Caller, SeedCsvText.File(SeedCsvText.Rows(1_500)), new ConsignmentWish("f", null, null, null), new SeedFileOptions(), null,
            IamScenario.Ct)).Ok().Id;
        (await iam.Get<ImportConsignment>().RunAsync(root.Caller, id, allOrNothing: true, IamScenario.Ct)).Ok();
        var asleep = await iam.TakeAsync(ConsignmentImport.JobKind);
        iam.Clock.Advance(TimeSpan.FromMinutes(2));
        var awake = await iam.TakeAsync(ConsignmentImport.JobKind);

        // The first one wakes in the middle of the other's work: neither a row nor progress nor an end is his to write.
        await Assert.ThrowsAsync<JobLostException>(() => new ConsignmentImport().RunAsync(asleep, IamScenario.Ct));
        Assert.Equal(0, await iam.ReadAsync(db => db.HardwareTokens.CountAsync()));
        await new ConsignmentImport().RunAsync(awake, IamScenario.Ct);
        await Assert.ThrowsAsync<JobLostException>(() => asleep.ReportAsync(1, 1, IamScenario.Ct));
        await Assert.ThrowsAsync<JobLostException>(() => asleep.KeepAsync("late", IamScenario.Ct));

        var job = await iam.ReadAsync(db => db.Jobs.SingleAsync());
        Assert.Equal((JobState.Running, 1_500, null), (job.State, job.Done, job.Outcome));
        Assert.Equal((1_500, 1_500), (await iam.ReadAsync(db => db.HardwareTokens.CountAsync()), await iam.ReadAsync(db => db.TokenEvents.CountAsync())));
    }

    [Theory, BothDatabases]
    public async Task A_server_that_slept_before_a_users_row_does_nothing_to_the_user(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        await iam.Get<StartBulkAction>().RunAsync(
            root.Caller, new BulkAction(BulkActionKind.RequirePasswordChange), [bob.UserId], new UserQuery(), IamScenario.Ct);
        var asleep = await iam.TakeAsync(BulkActionWork.Name);
        iam.Clock.Advance(TimeSpan.FromMinutes(2));
        var awake = await iam.TakeAsync(BulkActionWork.Name);
        var work = iam.Services.GetServices<IJobWork>().OfType<BulkActionWork>().Single();
        var before = (await iam.TrailAsync()).Count;

        await Assert.ThrowsAsync<JobLostException>(() => work.RunAsync(asleep, IamScenario.Ct));

        Assert.False(await iam.ReadAsync(db => db.Users.Where(u => u.Id == bob.UserId).Select(u => u.MustChangePassword).SingleAsync()));
        Assert.Equal(before, (await iam.TrailAsync()).Count);
        await work.RunAsync(awake, IamScenario.Ct);
        Assert.True(await iam.ReadAsync(db => db.Users.Where(u => u.Id == bob.UserId).Select(u => u.MustChangePassword).SingleAsync()));
        Assert.Equal((1, 0), await iam.ReadAsync(async db => ((int)(await db.Jobs.SingleAsync()).Done, await db.JobItems.CountAsync(i => i.State == JobItemState.Pending))));
    }

    [Theory, BothDatabases]
    public async Task A_long_step_keeps_its_job_by_the_heartbeat_and_its_end_is_its_own(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var id = await JobRunnerTests.StartAsync(iam, root);
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var running = iam.Runner(new FaultyWork(async (_, _) =>
        {
            begun.SetResult();
            await go.Task;
        })).RunWaitingAsync(IamScenario.Ct);
        await begun.Task;

        for (var i = 0; i < 5; i++)
        {
            iam.Clock.Advance(TimeSpan.FromSeconds(20));
            var until = iam.Now + TimeSpan.FromSeconds(60);
            await JobRunnerTests.UntilAsync(iam, j => j.LeaseUntil == until);
            await iam.RunnerElsewhere(new CountingWork()).RunWaitingAsync(IamScenario.Ct);
        }

        go.SetResult();
        await running;
        var job = await iam.ReadAsync(db => db.Jobs.SingleAsync(j => j.Id == id));
        Assert.Equal((JobState.Finished, 1), (job.State, job.Attempt));
    }

    [Theory, BothDatabases]
    public async Task The_same_server_started_again_goes_on_at_once_and_another_one_waits_for_the_lease(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        await JobRunnerTests.StartAsync(iam, root);
        await iam.RestartWithAsync(new DyingServer(commits: 2));
        await Assert.ThrowsAsync<ServerDiedException>(() => iam.Runner(new CountingWork()).RunWaitingAsync(IamScenario.Ct));
        await iam.RestartWithAsync(null);
        var (elsewhere, again) = (new CountingWork(), new CountingWork());

        var other = iam.RunnerElsewhere(elsewhere);
        await other.ReleaseOfPredecessorsAsync([], IamScenario.Ct);
        await other.RunWaitingAsync(IamScenario.Ct);
        var same = iam.Runner(again);
        await same.ReleaseOfPredecessorsAsync([], IamScenario.Ct);
        await same.RunWaitingAsync(IamScenario.Ct);

        Assert.Empty(elsewhere.Seen);
        Assert.Equal(["1", "2", "3"], again.Seen);
    }
}
