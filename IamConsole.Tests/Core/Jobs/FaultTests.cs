using IamConsole.Core.Consignments;
using IamConsole.Core.Jobs;
using IamConsole.Core.Persistence;
using IamConsole.Core.SeedFiles;
using IamConsole.Tests.Core.Consignments;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Jobs;

/// <summary>What becomes of a job that meets a fault, and of what waits for it.</summary>
public sealed class FaultTests
{
    [Theory, BothDatabases]
    public async Task A_passing_fault_is_tried_again_later_each_time_and_in_the_end_it_is_done(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        await JobRunnerTests.StartAsync(iam, root);
        var tries = 0;
        var runner = iam.Runner(new FaultyWork((_, _) => ++tries < 4
            ? throw new InvalidOperationException("As EF wraps it.", new DatabaseBusyException()) : Task.CompletedTask));

        for (var (delay, i) = (2, 1); i < 4; delay *= 2, i++)
        {
            await runner.RunWaitingAsync(IamScenario.Ct);
            await runner.RunWaitingAsync(IamScenario.Ct);
            Assert.Equal(i, tries);
            var job = await iam.ReadAsync(db => db.Jobs.SingleAsync());
            Assert.Equal((JobState.Waiting, i, iam.Now.AddSeconds(delay)), (job.State, job.Faults, job.NotBefore));
            iam.Clock.Advance(TimeSpan.FromSeconds(delay));
        }

        await runner.RunWaitingAsync(IamScenario.Ct);
        Assert.Equal(JobState.Finished, (await iam.ReadAsync(db => db.Jobs.SingleAsync())).State);
    }

    [Theory, BothDatabases]
    public async Task Tries_are_counted_and_what_goes_on_failing_is_given_up_with_a_reason(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var id = await JobRunnerTests.StartAsync(iam, root);
        var tries = 0;
        var runner = iam.Runner(new FaultyWork((_, _) =>
        {
            tries++;
            throw new DatabaseBusyException();
        }));
        for (var i = 0; i < 20; i++)
        {
            await runner.RunWaitingAsync(IamScenario.Ct);
            iam.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        root = await iam.RenewAsync(root);
        var job = (await iam.Get<ReadJob>().RunAsync(root.Caller, id, 0, false, IamScenario.Ct)).Ok().Job;
        Assert.Equal((11, JobState.Failed, JobErrors.DatabaseAway.Message), (tries, job.State, job.Reason));
    }

    [Theory, BothDatabases]
    public async Task Work_that_kills_each_server_is_given_up_and_work_that_comes_further_each_time_is_not(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var id = await JobRunnerTests.StartAsync(iam, root);
        for (var i = 0; i < 20; i++)
        {
            var run = await iam.TakeAsync(CountingWork.Name);
            await run.ReportAsync(i + 1, 20, IamScenario.Ct);
            iam.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        for (var i = 0; i < 10; i++)
        {
            await iam.TakeAsync(CountingWork.Name);
            iam.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        var work = new CountingWork();
        await iam.Runner(work).RunWaitingAsync(IamScenario.Ct);
        var job = await iam.ReadAsync(db => db.Jobs.SingleAsync(j => j.Id == id));
        Assert.Equal((JobState.Failed, JobErrors.CutOffTooOften.Message, 0), (job.State, job.Reason, work.Seen.Count));
    }

    [Theory, BothDatabases]
    public async Task Work_of_a_kind_that_a_server_does_not_know_is_left_to_one_that_does(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        await JobRunnerTests.StartAsync(iam, root);

        await iam.RunJobsAsync();
        Assert.Equal((JobState.Waiting, 0), await iam.ReadAsync(db => db.Jobs.Select(j => new ValueTuple<JobState, int>(j.State, j.Attempt)).SingleAsync()));
        var work = new CountingWork();
        await iam.Runner(work).RunWaitingAsync(IamScenario.Ct);
        Assert.Equal(3, work.Seen.Count);
    }

    [Theory, BothDatabases]
    public async Task An_import_that_is_given_up_says_so_and_can_go_on_or_be_undone(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var ids = new List<string>();
        foreach (var serial in new[] { "A", "B", "C" })
        {
            ids.Add((await iam.Get<ReadConsignment>().RunAsync(
                root.Caller, SeedCsvText.File(SeedCsvText.Row(serial)), new ConsignmentWish("f", null, null, null), new SeedFileOptions(), null,
                IamScenario.Ct)).Ok().Id);
            (await iam.Get<ImportConsignment>().RunAsync(root.Caller, ids[^1], allOrNothing: true, IamScenario.Ct)).Ok();
        }

        await iam.ReadAsync(db => db.Jobs.ExecuteUpdateAsync(s => s.SetProperty(j => j.Faults, 11)));
        await iam.RunJobsAsync();

        var failed = (await iam.Get<GetConsignment>().RunAsync(root.Caller, ids[0], 0, true, IamScenario.Ct)).Ok();
        Assert.Equal((ConsignmentState.Failed, JobErrors.CutOffTooOften.Message, true), (failed.Consignment.State, failed.Consignment.Reason, failed.CanBeUndone));
        (await iam.Get<ImportConsignment>().RunAsync(root.Caller, ids[0], allOrNothing: false, IamScenario.Ct)).Ok();
        (await iam.Get<UndoConsignment>().RunAsync(root.Caller, ids[1], IamScenario.Ct)).Ok();
        (await iam.Get<DiscardConsignment>().RunAsync(root.Caller, ids[2], IamScenario.Ct)).Ok();
        await iam.RunJobsAsync();
        Assert.Equal(["A"], await iam.ReadAsync(db => db.HardwareTokens.Select(t => t.Serial).ToListAsync()));
        Assert.All(await iam.ReadAsync(db => db.ConsignmentRows.ToListAsync()), row => Assert.Null(row.ProtectedSeed));

        // As versions before this one left it: the job ended, the import did not.
        await iam.ReadAsync(db => db.Consignments.Where(c => c.Id == ids[0]).ExecuteUpdateAsync(s => s.SetProperty(c => c.State, ConsignmentState.Importing)));
        await iam.ReadAsync(db => db.Jobs.ExecuteDeleteAsync());
        await iam.Get<TidyConsignments>().RunAsync(IamScenario.Ct);
        Assert.Equal(ConsignmentState.Failed, (await iam.Get<GetConsignment>().RunAsync(root.Caller, ids[0], 0, true, IamScenario.Ct)).Ok().Consignment.State);
    }
}
