using System.Text;
using IamConsole.Core.Accounts;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.Totp;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Tests.Core.SeedFiles;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.HardwareTokens;

/// <summary>The operator's import of a seed file.</summary>
public sealed class ImportTokensTests
{
    private const string Hex = "3132333435363738393031323334353637383930";

    [Theory, BothDatabases]
    public async Task Good_rows_are_in_the_stock_with_seed_and_drift_and_bad_ones_named(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var import = await ImportAsync(iam, PskcText.Container(
            PskcText.Package(serial: "P-1", data: "<TimeDrift><PlainValue>-4</PlainValue></TimeDrift>")
            + PskcText.Package(serial: "P-2", algorithm: "HOTP") + PskcText.Package(serial: "p-1")
            + PskcText.Package(serial: "P-3", key: "<Policy><ExpiryDate>2020-01-01T00:00:00Z</ExpiryDate></Policy>")));

        Assert.Equal(1, import.Imported);
        Assert.Equal([(2, "P-2"), (3, "p-1"), (4, "P-3")], import.Refused.Select(r => (r.Row, r.Serial!)));
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
        Assert.Equal(1200, (await ImportAsync(iam, file)).Imported);
        var again = await ImportAsync(iam, file + $"new-1,{Hex},totp\n");
        Assert.Equal((1, 1200), (again.Imported, again.Refused.Count));
        Assert.Contains("in the stock already", again.Refused[0].Reason, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_file_that_breaks_off_leaves_nothing(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var text = PskcText.Container(string.Concat(Enumerable.Range(0, 1200).Select(i => PskcText.Package(serial: $"P-{i}"))));
        await Assert.ThrowsAsync<SeedFileException>(() => ImportAsync(iam, text[..^10]));
        await using var db = await iam.OpenAsync();
        Assert.Equal(0, await db.HardwareTokens.CountAsync(IamScenario.Ct));
        Assert.Equal(1200, (await ImportAsync(iam, text)).Imported);
    }

    [Theory, BothDatabases]
    public async Task Where_a_partition_was_chosen_tokens_of_another_are_refused(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var import = await ImportAsync(
            iam, $"serial number,secret key (hex),partition\nA,{Hex},aws\nB,{Hex},\nC,{Hex},aws-us-gov\n", Partition.AwsUsGov);
        Assert.Equal((2, "A"), (import.Imported, Assert.Single(import.Refused).Serial));
    }

    private static async Task<TokenImport> ImportAsync(IamScenario iam, string text, string? partition = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await using var file = await SeedFile.OpenAsync(stream, new SeedFileOptions(), IamScenario.Ct);
        return await iam.Get<ImportTokens>().RunAsync(file, partition, IamScenario.Ct);
    }
}
