using IamConsole.Core.Consignments;
using IamConsole.Core.Persistence;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.TokenStock;
using IamConsole.Tests.Core.Consignments;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Jobs;

/// <summary>Whatever is done to many rows is done in portions, and others write in between.</summary>
public sealed class PortionTests
{
    private const int Rows = 3_500;

    [Theory, BothDatabases]
    public async Task No_statement_of_an_import_an_undoing_or_a_discarding_changes_more_than_a_thousand_rows(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var largest = new LargestWrite();
        await iam.RestartWithAsync(largest);

        foreach (var undo in new[] { true, false })
        {
            var id = await ReadAsync(iam, root);
            if (undo)
            {
                (await iam.Get<ImportConsignment>().RunAsync(root.Caller, id, allOrNothing: true, IamScenario.Ct)).Ok();
                await AmongOthersAsync(iam);
                (await iam.Get<UndoConsignment>().RunAsync(root.Caller, id, IamScenario.Ct)).Ok();
            }
            else
            {
                (await iam.Get<DiscardConsignment>().RunAsync(root.Caller, id, IamScenario.Ct)).Ok();
            }

            await AmongOthersAsync(iam);
        }

        var refused = await ReadAsync(iam, root);
        (await iam.Get<ImportConsignment>().RunAsync(root.Caller, refused, allOrNothing: true, IamScenario.Ct)).Ok();
        await iam.TokenInStockAsync(IamConsole.Core.Accounts.Partition.Aws, "HT-000001");
        await AmongOthersAsync(iam);
        await ReadAsync(iam, root);
        iam.Clock.Advance(TimeSpan.FromHours(25));
        await iam.Get<TidyConsignments>().RunAsync(IamScenario.Ct);

        Assert.Equal([ConsignmentState.Undone, ConsignmentState.Refused], await iam.ReadAsync(db => db.Consignments.OrderBy(c => c.CreatedAt).ThenByDescending(c => c.State).Select(c => c.State).ToListAsync()));
        Assert.Equal(0, await iam.ReadAsync(db => db.ConsignmentRows.CountAsync(r => r.ProtectedSeed != null)));
        Assert.True(largest.Rows <= Portions.Size, $"{largest.Rows} rows: {largest.Text}");
    }

    [Theory, BothDatabases]
    public async Task A_token_that_somebody_took_just_before_brings_the_whole_import_back(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var id = await ReadAsync(iam, root);
        (await iam.Get<ImportConsignment>().RunAsync(root.Caller, id, allOrNothing: true, IamScenario.Ct)).Ok();
        await iam.RunJobsAsync();
        (await iam.Get<UndoConsignment>().RunAsync(root.Caller, id, IamScenario.Ct)).Ok();
        await iam.ReadAsync(db => db.HardwareTokens.Where(t => t.Serial == "HT-003400").ExecuteUpdateAsync(s => s.SetProperty(t => t.State, TokenState.Lost)));
        await iam.RunJobsAsync();

        var detail = (await iam.Get<GetConsignment>().RunAsync(root.Caller, id, 0, true, IamScenario.Ct)).Ok();
        Assert.Equal((ConsignmentState.Imported, false), (detail.Consignment.State, detail.CanBeUndone));
        Assert.Equal(Rows - 1, await iam.ReadAsync(db => db.HardwareTokens.CountAsync(t => t.State == TokenState.Available)));
        var told = await iam.LastEventAsync();
        Assert.Equal(("UndoHardwareTokenImport", ConsignmentErrors.InUse.Code), (told.EventName, told.Reason));
    }

    // Somebody else writes whenever he can: at least once between two portions on average.
    private static async Task AmongOthersAsync(IamScenario iam)
    {
        var job = Task.Run(iam.RunJobsAsync);
        var writes = 0;
        while (!job.IsCompleted)
        {
            await using var db = await iam.OpenAsync();
            await using var transaction = await db.BeginWriteAsync(IamScenario.Ct);
            await db.Accounts.ExecuteUpdateAsync(s => s.SetProperty(a => a.Name, a => a.Name), IamScenario.Ct);
            await transaction.CommitAsync(IamScenario.Ct);
            writes++;
        }

        await job;
        Assert.InRange(writes, Rows / Portions.Size, int.MaxValue);
    }

    private static async Task<string> ReadAsync(IamScenario iam, SignedIn by) => (await iam.Get<ReadConsignment>().RunAsync(
        by.Caller, SeedCsvText.File(SeedCsvText.Rows(Rows)), new ConsignmentWish("order-1.csv", null, null, null), new SeedFileOptions(), null,
        IamScenario.Ct)).Ok().Id;
}
