using System.CommandLine;
using System.Security.Cryptography;
using IamConsole.Core.Accounts;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.SeedFiles;

namespace IamConsole.Web.Operator;

/// <summary><c>import-tokens FILE</c>: fills a partition's stock of hardware tokens.</summary>
internal static class ImportTokensCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The vendor's seed file: PSKC, CSV, SafeNet XML or eToken PASS .dat; its form is found by its content." };
        file.AcceptExistingOnly();
        var partition = new Option<string?>("--partition")
        {
            Description = "The partition that the tokens serve; without it, the one that each row names, or aws.",
        };
        partition.AcceptOnlyFromAmong([.. Partition.All]);
        var key = Existing("--key-file", "A file with the pre-shared AES key, hexadecimal or as bytes.");
        var password = Existing("--password-file", "A file with the password of the seed file.");
        var signer = Existing("--signer", "The vendor's certificate (PEM or DER): only a seed file that it signed is read.");
        var (columns, secrets) = (SeedFileColumns.Columns(), SeedFileColumns.Secrets());
        var command = new Command("import-tokens", "Import hardware TOTP tokens from a seed file.") { file, partition, key, password, signer, columns, secrets };
        command.SetAction((parsed, ct) => OperatorHost.RunAsync(
            parsed,
            (services, token) => RunAsync(
                services, parsed.GetRequiredValue(file), parsed.GetValue(partition),
                () => SeedFileKeys.Read(
                    parsed.GetValue(key), parsed.GetValue(password), parsed.GetValue(signer), parsed.GetValue(columns), parsed.GetValue(secrets)), token),
            ct));
        return command;
    }

    /// <summary>0: all rows are in the stock; 2: some were refused; 1: the file could not be read, nothing was imported.</summary>
    internal static async Task<int> RunAsync(
        IServiceProvider services, FileInfo file, string? partition, Func<SeedFileOptions> readKeys, CancellationToken ct)
    {
        byte[]? key = null;
        try
        {
            var options = readKeys();
            key = options.PreSharedKey;
            await using var stream = file.OpenRead();
            await using var seeds = await SeedFile.OpenAsync(stream, options, ct);
            var import = await services.GetRequiredService<ImportTokens>().RunAsync(seeds, partition, ct);
            foreach (var row in import.Refused) Console.WriteLine($"row {row.Row}, {row.Serial ?? "no serial number"}: {row.Reason}");
            if (seeds.SignatureUnchecked) Console.WriteLine("The file is signed; nobody checked it. Give the vendor's certificate with --signer.");
            if (seeds.OnlyEventBased) Console.WriteLine(SeedFileException.OnlyEventBased.Message);
            Console.WriteLine($"{SeedFileForms.Name(seeds.Form)}: {import.Imported} imported, {import.Refused.Count} refused.");
            return import.Refused.Count == 0 ? 0 : 2;
        }
        catch (SeedFileException error)
        {
            await Console.Error.WriteLineAsync($"{file.Name}: {error.Message}");
            return 1;
        }
        catch (CryptographicException)
        {
            await Console.Error.WriteLineAsync("The certificate cannot be read: PEM or DER.");
            return 1;
        }
        finally
        {
            if (key is not null) CryptographicOperations.ZeroMemory(key);
        }
    }

    private static Option<FileInfo> Existing(string name, string description)
    {
        var option = new Option<FileInfo>(name) { Description = description };
        option.AcceptExistingOnly();
        return option;
    }
}
