using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using IamConsole.Core.Accounts;
using IamConsole.Core.Demo;

namespace IamConsole.Web.Operator;

/// <summary><c>demo</c>: fills an empty database and prints who can sign in with what.</summary>
internal static class DemoCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Also write everything to this file, seeds and passwords included." };
        var command = new Command("demo", "Fill an empty database with a small organisation to try things out.") { json };
        command.SetAction((parsed, ct) => OperatorHost.RunAsync(parsed, (services, token) => RunAsync(services, parsed.GetValue(json), token), ct));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, FileInfo? json, CancellationToken ct)
    {
        // Before anything is filled in: passwords that cannot be written down would be lost.
        await using var file = json is null ? null : Create(json);
        var filled = await services.GetRequiredService<FillDemo>().RunAsync(ct);
        if (!filled.Succeeded)
        {
            await Console.Error.WriteLineAsync(filled.Error.Message);
            return 1;
        }

        foreach (var account in filled.Value.Accounts) Print(account);
        Console.WriteLine("Hardware tokens in stock (enter the secret key in any authenticator app to play the token):");
        foreach (var token in filled.Value.TokensInStock) Console.WriteLine($"  {token.Partition,-10}  serial number {token.Identifier}  secret key {token.Secret}");

        // What is filled in is told to the end, whoever stops the command now.
        file?.SetLength(0);
        if (file is not null) await JsonSerializer.SerializeAsync(file, filled.Value, Json, CancellationToken.None);
        return 0;
    }

    private static void Print(DemoAccount account)
    {
        Console.WriteLine($"{account.Name}: account {AccountId.Grouped(account.AccountId)}, alias {account.Alias}, partition {account.Partition}, sign in at /{account.Alias}/signin");
        foreach (var person in account.People)
        {
            var role = person.IsRoot ? $"root user, email {person.Email}" : person.IsAdministrator ? "administrator" : "user";
            var note = person.MustChangePassword ? ", must change it at sign-in" : "";
            Console.WriteLine($"  {person.Name} ({role})  password {person.Password}{note}");
            foreach (var device in person.Devices) Console.WriteLine($"    MFA: {device.Kind} {device.Identifier}  secret key {device.Secret}");
            if (person.Devices.Count == 0) Console.WriteLine("    MFA: none; try \"Assign MFA device\"");
        }

        Console.WriteLine();
    }

    // What another run wrote there stays when this one is refused.
    private static FileStream Create(FileInfo file)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(file.FullName, options);
    }
}
