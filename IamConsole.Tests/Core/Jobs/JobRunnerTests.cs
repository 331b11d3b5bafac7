using IamConsole.Core;
using IamConsole.Core.Jobs;
using IamConsole.Core.Permissions;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Jobs;

/// <summary>Background work survives what happens to the server that does it.</summary>
public sealed class JobRunnerTests
{
    private static readonly (string, string)[] Three = [("1", "one"), ("2", "two"), ("3", "three")];

    [Theory, BothDatabases]
    public async Task Each_row_gets_its_result_and_the_job_its_sums(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var work = new CountingWork(refuse: "2");
        var job = await StartAsync(iam, root);

        await Runner(iam, work).RunWaitingAsync(IamScenario.Ct);

        var read = (await iam.Get<ReadJob>().RunAsync(root.Caller, job, 0, refusedOnly: false, IamScenario.Ct)).Ok();
        Assert.Equal((JobState.Finished, 3, 3, 1), (read.Job.State, read.Job.Total, read.Job.Done, read.Job.Refused));
        Assert.Equal([JobItemState.Done, JobItemState.Refused, JobItemState.Done], read.Items.Select(i => i.State));
        Assert.Equal("Not this one.", read.Items[1].Message);
        Assert.Equal(["1", "2", "3"], work.Seen);
    }

    [Theory, BothDatabases]
    public async Task A_job_whose_server_died_is_taken_up_after_its_lease_and_no_row_is_done_twice(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var job = await StartAsync(iam, root);
        await LeaveHalfDoneAsync(iam, job);
        var work = new CountingWork();

        await Runner(iam, work).RunWaitingAsync(IamScenario.Ct);
        Assert.Empty(work.Seen);
        iam.Clock.Advance(TimeSpan.FromMinutes(2));
        await Runner(iam, work).RunWaitingAsync(IamScenario.Ct);

        Assert.Equal(["2", "3"], work.Seen);
        var read = (await iam.Get<ReadJob>().RunAsync(root.Caller, job, 0, refusedOnly: false, IamScenario.Ct)).Ok();
        Assert.Equal((JobState.Finished, 3), (read.Job.State, read.Job.Done));
    }

    [Theory, BothDatabases]
    public async Task Of_two_runners_one_does_the_job(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var work = new CountingWork();
        await StartAsync(iam, root);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Runner(iam, work).RunWaitingAsync(IamScenario.Ct))));

        Assert.Equal(["1", "2", "3"], work.Seen);
    }

    [Theory, BothDatabases]
    public async Task A_job_of_another_account_cannot_be_read(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var (_, stranger) = await iam.SignedInRootAsync();
        var job = await StartAsync(iam, root);

        Assert.Equal(JobErrors.NoSuchJob, (await iam.Get<ReadJob>().RunAsync(stranger.Caller, job, 0, false, IamScenario.Ct)).Error);
        Assert.Empty((await iam.Get<ListJobs>().RunAsync(stranger.Caller, null, IamScenario.Ct)).Ok());
        Assert.Single((await iam.Get<ListJobs>().RunAsync(root.Caller, CountingWork.Name, IamScenario.Ct)).Ok());
    }

    private static JobRunner Runner(IamScenario iam, IJobWork work) => iam.Runner(work);

    internal static async Task<string> StartAsync(IamScenario iam, SignedIn root)
    {
        await using var operation = await iam.Get<Gate>().BeginAsync(root.Caller, IamAction.ListUsers, null, IamScenario.Ct);
        var job = await iam.Get<JobStart>().AddAsync(operation, CountingWork.Name, new { }, Three, IamScenario.Ct);
        await operation.SaveAsync(IamScenario.Ct);
        return job.Id;
    }

    /// <summary>Looks at the one job until it is as it should be.</summary>
    internal static async Task UntilAsync(IamScenario iam, Func<Job, bool> condition)
    {
        while (!condition(await iam.ReadAsync(db => db.Jobs.AsNoTracking().SingleAsync(IamScenario.Ct)))) await Task.Yield();
    }

    [Theory, BothDatabases]
    public async Task Jobs_are_forgotten_thirty_days_after_their_end_with_their_rows(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        await StartAsync(iam, root);
        await Runner(iam, new CountingWork()).RunWaitingAsync(IamScenario.Ct);
        iam.Clock.Advance(TimeSpan.FromDays(30));
        await StartAsync(iam, await iam.RenewAsync(root));

        await iam.Get<ForgetJobs>().RunAsync(IamScenario.Ct);
        Assert.Equal(2, await iam.ReadAsync(db => db.Jobs.CountAsync()));
        iam.Clock.Advance(TimeSpan.FromSeconds(1));
        await iam.Get<ForgetJobs>().RunAsync(IamScenario.Ct);

        Assert.Equal((1, 3), (await iam.ReadAsync(db => db.Jobs.CountAsync()), await iam.ReadAsync(db => db.JobItems.CountAsync())));
    }

    private static async Task LeaveHalfDoneAsync(IamScenario iam, string job)
    {
        var until = iam.Now.AddMinutes(1);
        await using var db = await iam.OpenAsync();
        await db.Jobs.Where(j => j.Id == job).ExecuteUpdateAsync(
            s => s.SetProperty(j => j.State, JobState.Running).SetProperty(j => j.LeaseUntil, until).SetProperty(j => j.Done, 1), IamScenario.Ct);
        await db.JobItems.Where(i => i.JobId == job && i.Number == 1).ExecuteUpdateAsync(
            s => s.SetProperty(i => i.State, JobItemState.Done), IamScenario.Ct);
    }
}
