using System.Text;
using IamConsole.Core.Accounts;
using IamConsole.Core.Consignments;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Jobs;
using IamConsole.Core.Persistence;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Consignments;

/// <summary>The commit of a consignment, in the background, and its undoing.</summary>
public sealed class ImportTests
{
    private static readonly ConsignmentWish Wish = new("order-1.csv", "Order 1", null, TokenForm.OtpToken);

    [Theory, BothDatabases]
    public async Task Good_rows_come_into_the_accounts_own_stock_and_work(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (_, stranger) = await iam.SignedInRootAsync();
        var id = await ReadAsync(iam, root, [SeedCsvText.Row("HT-1", vendor: "Thales"), SeedCsvText.Row("HT-2", seed: "zz")]);

        (await iam.Get<ImportConsignment>().RunAsync(root.Caller, id, allOrNothing: false, IamScenario.Ct)).Ok();
        await iam.RunJobsAsync();

        var detail = (await iam.Get<GetConsignment>().RunAsync(root.Caller, id, 0, false, IamScenario.Ct)).Ok();
        Assert.Equal((ConsignmentState.Imported, 1, 1, true), (detail.Consignment.State, detail.Consignment.Good, detail.Consignment.Others, detail.CanBeUndone));
        var token = await iam.ReadAsync(db => db.HardwareTokens.SingleAsync());
        Assert.Equal((TokenState.Available, account.Id, account.Id, "Order 1", TokenForm.OtpToken, -1),
            (token.State, token.OwnerAccountId, token.AccountId, token.Batch, token.Form, token.LastAcceptedStep));
        Assert.Empty((await iam.Get<ListHardwareTokens>().RunAsync(stranger.Caller, new TokenQuery(), IamScenario.Ct)).Ok().Rows);
        Assert.All(await iam.ReadAsync(db => db.ConsignmentRows.ToListAsync()), row => Assert.Null(row.ProtectedSeed));
        var hand = new Authenticator(TotpSecret.FromBytes(Convert.FromHexString(SeedCsvText.Seed)), iam.Clock);
        await iam.AssignTokenAsync(root, root.UserId, "HT-1", hand, "roots-token");
    }

    [Theory, BothDatabases]
    public async Task All_or_nothing_imports_nothing_while_a_row_is_bad_or_comes_into_stock_meanwhile(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var import = iam.Get<ImportConsignment>();
        var bad = await ReadAsync(iam, root, [SeedCsvText.Row("HT-1"), SeedCsvText.Row("HT-2", seed: "zz")]);
        var overtaken = await ReadAsync(iam, root, SeedCsvText.Rows(3));

        Assert.Equal(ConsignmentErrors.NotAll(1), (await import.RunAsync(root.Caller, bad, allOrNothing: true, IamScenario.Ct)).Error);
        (await import.RunAsync(root.Caller, overtaken, allOrNothing: true, IamScenario.Ct)).Ok();
        await iam.TokenInStockAsync(Partition.Aws, "HT-000002");
        await iam.RunJobsAsync();

        Assert.Equal(["HT-000002"], await iam.ReadAsync(db => db.HardwareTokens.Select(t => t.Serial).ToListAsync()));
        var detail = (await iam.Get<GetConsignment>().RunAsync(root.Caller, overtaken, 0, false, IamScenario.Ct)).Ok();
        Assert.Equal((ConsignmentState.Refused, RowVerdict.Exists), (detail.Consignment.State, detail.Rows[0].Verdict));
    }

    [Theory, BothDatabases]
    public async Task Cut_off_anywhere_it_goes_on_and_imports_nothing_twice(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var id = await ReadAsync(iam, root, SeedCsvText.Rows(2_500));
        (await iam.Get<ImportConsignment>().RunAsync(root.Caller, id, allOrNothing: true, IamScenario.Ct)).Ok();

        // The first thousand is in stock when the server dies: the job is still "running", and nobody holds it any more.
        var consignment = await iam.ReadAsync(db => db.Consignments.AsNoTracking().SingleAsync());
        await iam.ReadAsync(async db =>
        {
            await using var transaction = await db.BeginWriteAsync(IamScenario.Ct);
            var imported = await StockRows.ImportAsync(db, consignment, 0, 1_000, IamScenario.Ct);
            await transaction.CommitAsync(IamScenario.Ct);
            return imported;
        });
        await iam.ReadAsync(db => db.Jobs.ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Running).SetProperty(j => j.LeaseUntil, iam.Now.AddSeconds(-1))));
        await iam.RunJobsAsync();

        Assert.Equal(2_500, await iam.ReadAsync(db => db.HardwareTokens.CountAsync()));
        Assert.Equal(2_500, await iam.ReadAsync(db => db.TokenEvents.CountAsync()));
        var done = await iam.ReadAsync(db => db.Consignments.SingleAsync());
        Assert.Equal((ConsignmentState.Imported, 2_500), (done.State, done.Good));
        var job = await iam.ReadAsync(db => db.Jobs.SingleAsync());
        Assert.Equal((JobState.Finished, 2_500, 2_500), (job.State, job.Done, job.Total));
    }

    [Theory, BothDatabases]
    public async Task The_same_file_again_makes_no_duplicates_and_two_orders_at_once_make_one_import(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var (first, second) = (await ReadAsync(iam, root, SeedCsvText.Rows(50)), await ReadAsync(iam, root, SeedCsvText.Rows(50)));

        var answers = await Simultaneously.RunAsync(
            2, _ => iam.Get<ImportConsignment>().RunAsync(root.Caller, first, false, IamScenario.Ct));
        (await iam.Get<ImportConsignment>().RunAsync(root.Caller, second, false, IamScenario.Ct)).Ok();
        await iam.RunJobsAsync();
        var third = (await iam.Get<GetConsignment>().RunAsync(root.Caller, await ReadAsync(iam, root, SeedCsvText.Rows(50)), 0, false, IamScenario.Ct)).Ok();

        Assert.Single(answers, a => a.Succeeded);
        Assert.Equal(50, await iam.ReadAsync(db => db.HardwareTokens.CountAsync()));
        Assert.Equal((50, 0), (third.Consignment.Rows, third.Consignment.Good));
    }

    [Theory, BothDatabases]
    public async Task An_unused_import_is_undone_whole_and_a_used_one_stays(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "bob");
        var undo = iam.Get<UndoConsignment>();
        var id = await ImportAsync(iam, root, 3);

        (await undo.RunAsync(root.Caller, id, IamScenario.Ct)).Ok();
        await iam.RunJobsAsync();
        Assert.Equal(0, await iam.ReadAsync(db => db.HardwareTokens.CountAsync()) + await iam.ReadAsync(db => db.TokenEvents.CountAsync()));
        Assert.Equal(ConsignmentErrors.NotImported, (await undo.RunAsync(root.Caller, id, IamScenario.Ct)).Error);

        var used = await ImportAsync(iam, root, 3);
        var token = await iam.ReadAsync(db => db.HardwareTokens.Select(t => t.Id).FirstAsync());
        (await iam.Get<HandOutToken>().RunAsync(root.Caller, token, "bob", IamScenario.Ct)).Ok();
        (await iam.Get<ChangeTokenState>().RunAsync(root.Caller, token, TokenAction.TakeBack, IamScenario.Ct)).Ok();
        Assert.Equal(ConsignmentErrors.InUse, (await undo.RunAsync(root.Caller, used, IamScenario.Ct)).Error);
        Assert.Equal(3, await iam.ReadAsync(db => db.HardwareTokens.CountAsync()));
        Assert.False((await iam.Get<GetConsignment>().RunAsync(root.Caller, used, 0, false, IamScenario.Ct)).Ok().CanBeUndone);
    }

    [Theory, BothDatabases]
    public async Task The_verdicts_come_as_CSV_that_no_spreadsheet_takes_for_a_formula(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var id = await ReadAsync(iam, root, [SeedCsvText.Row("=cmd"), SeedCsvText.Row("HT-2", seed: "zz")]);

        var export = (await iam.Get<ExportConsignment>().RunAsync(root.Caller, id, IamScenario.Ct)).Ok();
        using var memory = new MemoryStream();
        await export.WriteAsync(memory, IamScenario.Ct);

        var lines = Encoding.UTF8.GetString(memory.ToArray()).Split("\r\n");
        Assert.Equal("row,serial number,outcome,reason", lines[0]);
        Assert.StartsWith("2,\"'=cmd\",Good,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("3,HT-2,Bad,", lines[2], StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(IamScenario iam, SignedIn by, string[] rows) => (await iam.Get<ReadConsignment>().RunAsync(
        by.Caller, SeedCsvText.File(rows), Wish, new SeedFileOptions(), null, IamScenario.Ct)).Ok().Id;

    private static async Task<string> ImportAsync(IamScenario iam, SignedIn by, int count)
    {
        var id = await ReadAsync(iam, by, SeedCsvText.Rows(count));
        (await iam.Get<ImportConsignment>().RunAsync(by.Caller, id, allOrNothing: true, IamScenario.Ct)).Ok();
        await iam.RunJobsAsync();
        return id;
    }
}
