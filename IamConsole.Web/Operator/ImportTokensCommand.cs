using System.CommandLine;
using IamConsole.Core.Accounts;
using IamConsole.Core.HardwareTokens;

namespace IamConsole.Web.Operator;

/// <summary><c>import-tokens FILE</c>: fills a partition's stock of hardware tokens.</summary>
internal static class ImportTokensCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The vendor's CSV file: serial number, secret key, time interval, manufacturer, model." };
        file.AcceptExistingOnly();
        var partition = new Option<string?>("--partition")
        {
            Description = "The partition that the tokens serve; without it, the one that each row names, or aws.",
        };
        partition.AcceptOnlyFromAmong([.. Partition.All]);
        var command = new Command("import-tokens", "Import hardware TOTP tokens from a seed file.") { file, partition };
        command.SetAction((parsed, ct) => OperatorHost.RunAsync(
            parsed, (services, token) => RunAsync(services, parsed.GetRequiredValue(file), parsed.GetValue(partition), token), ct));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, FileInfo file, string? partition, CancellationToken ct)
    {
        SeedCsvResult read;
        try
        {
            using var text = file.OpenText();
            read = SeedCsv.Read(text);
        }
        catch (SeedFileException error)
        {
            await Console.Error.WriteLineAsync($"{file.Name}: {error.Message}");
            return 1;
        }

        var import = await services.GetRequiredService<ImportTokens>().RunAsync(read, partition, ct);
        foreach (var row in import.Refused) Console.WriteLine($"row {row.Row}, {row.Serial ?? "no serial number"}: {row.Reason}");
        Console.WriteLine($"{import.Imported} imported, {import.Refused.Count} refused.");
        return import.Refused.Count == 0 ? 0 : 2;
    }
}
