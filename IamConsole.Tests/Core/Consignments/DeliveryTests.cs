using System.Text;
using IamConsole.Core.Accounts;
using IamConsole.Core.Consignments;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.Totp;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Tests.Core.SeedFiles;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Consignments;

/// <summary>The operator's import of a seed file into the common stock: the pages' steps, without a page.</summary>
public sealed class DeliveryTests
{
    private const string Hex = "3132333435363738393031323334353637383930";

    [Theory, BothDatabases]
    public async Task Good_rows_are_in_the_stock_with_seed_and_drift_and_bad_ones_named(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (import, refused) = await ImportAsync(iam, PskcText.Container(
            PskcText.Package(serial: "P-1", data: "<TimeDrift><PlainValue>-4</PlainValue></TimeDrift>")
            + PskcText.Package(serial: "P-2", algorithm: "HOTP") + PskcText.Package(serial: "p-1")
            + PskcText.Package(serial: "P-3", key: "<Policy><ExpiryDate>2020-01-01T00:00:00Z</ExpiryDate></Policy>")));

        Assert.Equal(1, import.Imported);
        Assert.Equal([(2, "P-2"), (3, "p-1"), (4, "P-3")], refused.Select(r => (r.Line, r.Serial!)));
        await using var db = await iam.OpenAsync();
        var token = await db.HardwareTokens.SingleAsync(IamScenario.Ct);
        Assert.Equal(("P-1", Partition.Aws, -4, "Maker"), (token.Serial, token.Partition, token.DriftSteps, token.Vendor));
        Assert.Equal(PskcText.Seed, iam.Get<SeedProtector>().OfToken(token.Partition, token.Id, token.ProtectedSeed).Bytes.ToArray());
        Assert.Equal("ImportHardwareTokens", (await iam.LastEventAsync()).EventName);
    }

    [Theory, BothDatabases]
    public async Task The_same_file_again_makes_no_duplicates(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var file = string.Concat(Enumerable.Range(0, 1200).Select(i => $"tok{i},{Hex},totp\n"));
        Assert.Equal(1200, (await ImportAsync(iam, file)).Delivery.Imported);
        var (again, refused) = await ImportAsync(iam, file + $"new-1,{Hex},totp\n");
        Assert.Equal((1, 1200, 1200), (again.Imported, again.Others, refused.Count));
        Assert.Contains("in the stock already", refused[0].Reason, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_file_that_breaks_off_leaves_nothing(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var text = PskcText.Container(string.Concat(Enumerable.Range(0, 1200).Select(i => PskcText.Package(serial: $"P-{i}"))));
        await Assert.ThrowsAsync<SeedFileException>(() => ImportAsync(iam, text[..^10]));
        await using var db = await iam.OpenAsync();
        Assert.Equal(0, await db.HardwareTokens.CountAsync(IamScenario.Ct));
        Assert.Equal(0, await db.Consignments.CountAsync(IamScenario.Ct) + await db.ConsignmentRows.CountAsync(IamScenario.Ct));
        Assert.Equal(1200, (await ImportAsync(iam, text)).Delivery.Imported);
    }

    [Theory, BothDatabases]
    public async Task Where_a_partition_was_chosen_tokens_of_another_are_refused(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (import, refused) = await ImportAsync(
            iam, $"serial number,secret key (hex),partition\nA,{Hex},aws\nB,{Hex},\nC,{Hex},aws-us-gov\n", Partition.AwsUsGov);
        Assert.Equal((2, "A"), (import.Imported, Assert.Single(refused).Serial));
    }

    [Theory, BothDatabases]
    public async Task Where_none_was_chosen_each_token_goes_where_its_row_or_its_vendor_says(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.TokenInStockAsync(Partition.Aws, "C");
        var (import, refused) = await ImportAsync(
            iam, $"serial number,secret key (hex),partition,manufacturer\nA,{Hex},,\nB,{Hex},,Hypersecu\nC,{Hex},aws-us-gov,\nD,{Hex},aws,Hypersecu\n");

        Assert.Equal((3, "D"), (import.Imported, Assert.Single(refused).Serial));
        var tokens = await iam.ReadAsync(db => db.HardwareTokens.Where(t => t.ConsignmentId != null).OrderBy(t => t.Serial).ToListAsync());
        Assert.Equal([("A", Partition.Aws), ("B", Partition.AwsUsGov), ("C", Partition.AwsUsGov)], tokens.Select(t => (t.Serial, t.Partition)));
        Assert.All(tokens, t => Assert.Equal(Convert.FromHexString(Hex), iam.Get<SeedProtector>().OfToken(t.Partition, t.Id, t.ProtectedSeed).Bytes.ToArray()));
        Assert.All(tokens, t => Assert.Equal((null, null), (t.AccountId, t.OwnerAccountId)));
    }

    [Theory, BothDatabases]
    public async Task All_or_nothing_imports_nothing_and_keeps_no_seed_while_a_row_is_bad(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (import, refused) = await ImportAsync(iam, $"A,{Hex},totp\nB,nothex,totp\n", allOrNothing: true);

        Assert.Equal((ConsignmentState.Refused, 0, 2, "B"), (import.State, import.Imported, import.Others, Assert.Single(refused).Serial));
        Assert.Equal(0, await iam.ReadAsync(db => db.ConsignmentRows.CountAsync()) + await iam.ReadAsync(db => db.HardwareTokens.CountAsync()));
        Assert.Equal("InvalidInput", (await iam.LastEventAsync()).Reason);
    }

    [Theory, BothDatabases]
    public async Task Stopped_while_it_reads_it_leaves_nothing_and_killed_while_it_imports_the_server_goes_on_with_it(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var file = string.Concat(Enumerable.Range(0, 2_500).Select(i => $"tok{i},{Hex},totp\n"));
        using (var stopped = CancellationTokenSource.CreateLinkedTokenSource(IamScenario.Ct))
        {
            await using var endless = new EndingStream(Encoding.UTF8.GetBytes(file), stopped.Cancel);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => iam.Get<DeliverTokens>().RunAsync(
                endless, "order.csv", null, new SeedFileOptions(), false, _ => { }, stopped.Token));
        }

        Assert.Equal(0, await iam.ReadAsync(db => db.Consignments.CountAsync()));

        // Begin, three portions read, order, claim, one portion imported; the next is lost with the process.
        await iam.RestartWithAsync(new DyingServer(commits: 8));
        await Assert.ThrowsAsync<ServerDiedException>(() => ImportAsync(iam, file));
        await iam.RestartWithAsync(null);
        Assert.Equal(1_000, await iam.ReadAsync(db => db.HardwareTokens.CountAsync()));
        iam.Clock.Advance(TimeSpan.FromMinutes(2));
        await iam.RunJobsAsync();

        Assert.Equal(2_500, await iam.ReadAsync(db => db.HardwareTokens.CountAsync()));
        Assert.Equal(ConsignmentState.Imported, await iam.ReadAsync(db => db.Consignments.Select(c => c.State).SingleAsync()));
    }

    private static async Task<(Delivery Delivery, List<RefusedRow> Refused)> ImportAsync(
        IamScenario iam, string text, string? partition = null, bool allOrNothing = false)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var refused = new List<RefusedRow>();
        var delivery = await iam.Get<DeliverTokens>().RunAsync(
            stream, "order.csv", partition, new SeedFileOptions(), allOrNothing, refused.Add, IamScenario.Ct);
        return (delivery, refused);
    }

    /// <summary>A file at whose end somebody stops the command.</summary>
    private sealed class EndingStream(byte[] content, Action atEnd) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == Length) atEnd();
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
