using System.CommandLine;
using System.Security.Cryptography;
using IamConsole.Core.Accounts;
using IamConsole.Core.Consignments;
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
        var all = new Option<bool>("--all-or-nothing") { Description = "Import nothing unless every row can be; without it, the good rows." };
        var (columns, secrets) = (SeedFileColumns.Columns(), SeedFileColumns.Secrets());
        var command = new Command("import-tokens", "Import hardware TOTP tokens from a seed file into the common stock, while people work.")
        {
            file, partition, all, key, password, signer, columns, secrets,
        };
        command.SetAction((parsed, ct) => OperatorHost.RunAsync(
            parsed,
            (services, token) => RunAsync(
                services, parsed.GetRequiredValue(file), parsed.GetValue(partition), parsed.GetValue(all),
                () => SeedFileKeys.Read(
                    parsed.GetValue(key), parsed.GetValue(password), parsed.GetValue(signer), parsed.GetValue(columns), parsed.GetValue(secrets)), token),
            ct));
        return command;
    }

    /// <summary>0: all rows are in the stock; 2: some were refused; 1: the file could not be read, nothing was imported; or the import was given up.</summary>
    internal static async Task<int> RunAsync(
        IServiceProvider services, FileInfo file, string? partition, bool allOrNothing, Func<SeedFileOptions> readKeys, CancellationToken ct)
    {
        byte[]? key = null;
        try
        {
            var options = readKeys();
            key = options.PreSharedKey;
            await using var stream = file.OpenRead();
            var delivery = await services.GetRequiredService<DeliverTokens>().RunAsync(
                stream, file.Name, partition, options, allOrNothing,
                row => Console.WriteLine($"row {row.Line}, {row.Serial ?? "no serial number"}: {row.Reason}"), ct);
            return await AnswerAsync(delivery);
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

    private static async Task<int> AnswerAsync(Delivery delivery)
    {
        if (delivery.SignatureUnchecked) Console.WriteLine("The file is signed; nobody checked it. Give the vendor's certificate with --signer.");
        Console.WriteLine($"{SeedFileForms.Name(delivery.Form)}: {delivery.Imported} imported, {delivery.Others} refused.");
        if (delivery.Reason is null) return delivery.Others == 0 ? 0 : 2;
        await Console.Error.WriteLineAsync($"{delivery.Reason} Run the command again: tokens that are in the stock are left as they are.");
        return 1;
    }

    private static Option<FileInfo> Existing(string name, string description)
    {
        var option = new Option<FileInfo>(name) { Description = description };
        option.AcceptExistingOnly();
        return option;
    }
}
