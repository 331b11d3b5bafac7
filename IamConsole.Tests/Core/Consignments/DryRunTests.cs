using System.Text;
using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.Consignments;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.TokenStock;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Consignments;

/// <summary>Reading a vendor's file: a verdict for each row, and nothing in stock.</summary>
public sealed class DryRunTests
{
    private static readonly ConsignmentWish Wish = new("order-1.csv", null, null, null);

    [Theory, BothDatabases]
    public async Task Every_row_gets_its_verdict_and_nothing_is_in_stock(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        await iam.TokenInStockAsync(Partition.Aws, "HT-3");

        var read = (await ReadAsync(iam, root, SeedCsvText.File(
            SeedCsvText.Row("HT-1", vendor: "Thales", model: "Display card"),
            SeedCsvText.Row("ht-1"),
            SeedCsvText.Row("HT-3"),
            SeedCsvText.Row("HT-4", seed: "nothex"),
            SeedCsvText.Row("HT-5", seed: new string('b', 20)),
            SeedCsvText.Row("HT-6", type: "HOTP"),
            SeedCsvText.Row("HT-7", expires: "2026-03-01"),
            SeedCsvText.Row("HT-8", partition: Partition.AwsUsGov),
            SeedCsvText.Row("HT-9", vendor: "Hypersecu")))).Ok();

        var rows = (await iam.Get<GetConsignment>().RunAsync(root.Caller, read.Id, 0, true, IamScenario.Ct)).Ok().Rows;
        Assert.Equal(
        [
            RowVerdict.Good, RowVerdict.DuplicateInFile, RowVerdict.Exists, RowVerdict.Bad, RowVerdict.Bad, RowVerdict.Unsupported,
            RowVerdict.Expired, RowVerdict.WrongPartition, RowVerdict.WrongPartition,
        ], rows.Select(r => r.Verdict));
        Assert.Equal((TokenForm.DisplayCard, "Thales", 2), (rows[0].Form, rows[0].Vendor, rows[0].Line));
        Assert.Contains("128 bits", rows[4].Reason, StringComparison.Ordinal);
        Assert.Contains("HOTP", rows[5].Reason, StringComparison.Ordinal);
        Assert.Equal((ConsignmentState.Reviewed, 9, 1, SeedFileForm.HeaderCsv), (read.State, read.Rows, read.Good, read.Form));
        Assert.Equal(1, await iam.ReadAsync(db => db.HardwareTokens.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_file_that_breaks_further_on_leaves_nothing_and_says_why_at_the_field(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        byte[] bytes = [.. SeedCsvText.File(SeedCsvText.Rows(2_500)).ToArray(), .. Encoding.UTF8.GetBytes(new string('x', 2_000))];

        var broken = await ReadAsync(iam, root, new MemoryStream(bytes));
        var unknown = await ReadAsync(iam, root, new MemoryStream(Encoding.UTF8.GetBytes("hello")));

        Assert.Equal(ConsignmentErrors.FileField, broken.Error?.Field);
        Assert.Equal(ConsignmentErrors.FileField, unknown.Error?.Field);
        Assert.Equal(0, await iam.ReadAsync(db => db.Consignments.CountAsync()) + await iam.ReadAsync(db => db.ConsignmentRows.CountAsync()));
        Assert.Equal(("ReadHardwareTokens", "MalformedFile"), ((await iam.LastEventAsync()).EventName, (await iam.LastEventAsync()).Reason));
    }

    [Theory, BothDatabases]
    public async Task Neither_seed_nor_key_nor_file_is_found_in_the_database(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        const string Serial = "HT-SECRET-1";
        var seed = Convert.ToHexStringLower(Encoding.ASCII.GetBytes("a-seed-to-be-seen-01"));

        (await ReadAsync(iam, root, SeedCsvText.File(SeedCsvText.Row(Serial, seed)))).Ok();

        var everything = await iam.ReadEverythingAsync();
        Assert.True(everything.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Serial)) >= 0);
        Assert.True(everything.AsSpan().IndexOf(Encoding.ASCII.GetBytes(seed)) < 0);
        Assert.True(everything.AsSpan().IndexOf("a-seed-to-be-seen-01"u8) < 0);
    }

    [Theory, BothDatabases]
    public async Task What_nobody_decided_on_is_forgotten_after_a_day_and_a_cancelled_import_at_once(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var old = (await ReadAsync(iam, root, SeedCsvText.File(SeedCsvText.Rows(3)))).Ok();
        iam.Clock.Advance(TimeSpan.FromHours(25));
        root = await iam.RenewAsync(root);

        var cancelled = (await ReadAsync(iam, root, SeedCsvText.File(SeedCsvText.Rows(3)))).Ok();
        (await iam.Get<DiscardConsignment>().RunAsync(root.Caller, cancelled.Id, IamScenario.Ct)).Ok();
        Assert.Equal(
            ConsignmentErrors.NoSuchConsignment, (await iam.Get<GetConsignment>().RunAsync(root.Caller, cancelled.Id, 0, true, IamScenario.Ct)).Error);
        await iam.RunJobsAsync();
        Assert.Equal([old.Id], await iam.ReadAsync(db => db.Consignments.Select(c => c.Id).ToListAsync()));
        await iam.Get<TidyConsignments>().RunAsync(IamScenario.Ct);

        Assert.NotEqual(old.Id, cancelled.Id);
        Assert.Equal(0, await iam.ReadAsync(db => db.ConsignmentRows.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Another_account_sees_nothing_of_an_import(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var (_, stranger) = await iam.SignedInRootAsync();
        var read = (await ReadAsync(iam, root, SeedCsvText.File(SeedCsvText.Rows(3)))).Ok();

        Assert.Equal(ConsignmentErrors.NoSuchConsignment, (await iam.Get<GetConsignment>().RunAsync(stranger.Caller, read.Id, 0, true, IamScenario.Ct)).Error);
        Assert.Equal(ConsignmentErrors.NoSuchConsignment, (await iam.Get<ImportConsignment>().RunAsync(stranger.Caller, read.Id, false, IamScenario.Ct)).Error);
        Assert.Equal(ConsignmentErrors.NoSuchConsignment, (await iam.Get<ExportConsignment>().RunAsync(stranger.Caller, read.Id, IamScenario.Ct)).Error);
        Assert.Empty((await iam.Get<ListConsignments>().RunAsync(stranger.Caller, IamScenario.Ct)).Ok());
    }

    [Theory, BothDatabases]
    public async Task What_only_a_person_can_say_is_asked_at_its_field_and_a_box_of_HOTP_tokens_is_refused(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        Task<Result<ConsignmentView>> OfAsync(string text) => ReadAsync(iam, root, new MemoryStream(Encoding.UTF8.GetBytes(text)));

        var columns = await OfAsync("serial number,secret key,colour\nT-1,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ,red\n");
        var secrets = await OfAsync("serial number,secret key\nT-1,ABCDEF234567ABCDEF234567ABCDEF234567ABCD\n");
        var hotp = await OfAsync("T-1,3132333435363738393031323334353637383930,HOTP\nT-2,3132333435363738393031323334353637383930,HOTP\n");

        Assert.Equal(ConsignmentErrors.ColumnsField, columns.Error?.Field);
        Assert.Contains("colour", columns.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(ConsignmentErrors.SecretsField, secrets.Error?.Field);
        Assert.Equal(ConsignmentErrors.FileField, hotp.Error?.Field);
        Assert.Contains("exchange them for TOTP tokens", hotp.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(0, await iam.ReadAsync(db => db.ConsignmentRows.CountAsync()));
    }

    private static Task<Result<ConsignmentView>> ReadAsync(IamScenario iam, SignedIn by, Stream file) =>
        iam.Get<ReadConsignment>().RunAsync(by.Caller, file, Wish, new SeedFileOptions(), null, IamScenario.Ct);
}
