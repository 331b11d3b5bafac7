using System.CommandLine;
using IamConsole.Core;
using IamConsole.Core.AccountOpening;
using IamConsole.Core.Accounts;
using IamConsole.Core.Users;

namespace IamConsole.Web.Operator;

/// <summary><c>open-account</c>: opens a further account with its root user.</summary>
internal static class OpenAccountCommand
{
    private static readonly Option<string> Name = new("--name") { Description = "The account's name.", Required = true };
    private static readonly Option<string?> Alias = new("--alias") { Description = "The account's alias." };
    private static readonly Option<string?> Id = new("--account-id") { Description = "Twelve digits; random when left out." };
    private static readonly Option<string> PartitionName = new("--partition") { Description = "aws or aws-us-gov.", DefaultValueFactory = _ => Partition.Aws };
    private static readonly Option<string> Country = new("--country") { Description = "ISO 3166-1 alpha-2.", Required = true };
    private static readonly Option<string> Email = new("--root-email") { Description = "The root user's email address.", Required = true };
    private static readonly Option<string?> Administrator = new("--administrator") { Description = "aws-us-gov: the first IAM user." };
    private static readonly Option<bool> FromInput = new("--password-stdin")
    {
        Description = "Read the password from standard input; otherwise one is generated and printed once.",
    };

    public static Command Create()
    {
        var command = new Command("open-account", "Open an account with its root user (aws-us-gov: with its first administrator).")
        {
            Name, Alias, Id, PartitionName, Country, Email, Administrator, FromInput,
        };
        command.SetAction((parsed, ct) => OperatorHost.RunAsync(parsed, (services, token) => RunAsync(services, parsed, token), ct));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, ParseResult parsed, CancellationToken ct)
    {
        // Never as an argument: every user of the machine reads the list of processes.
        var typed = parsed.GetValue(FromInput) ? await Console.In.ReadLineAsync(ct) ?? "" : null;
        var password = typed ?? GeneratedPassword.New();
        var wanted = new NewAccount(
            parsed.GetValue(Name), parsed.GetValue(Alias), parsed.GetValue(PartitionName), parsed.GetValue(Country),
            parsed.GetValue(Email), password, parsed.GetValue(Administrator), parsed.GetValue(Id));
        var opened = await services.GetRequiredService<OpenAccount>().RunAsync(wanted, ClientInfo.Operator, onlyIfFirst: false, ct);
        if (!opened.Succeeded)
        {
            await Console.Error.WriteLineAsync(opened.Error.Message);
            return 1;
        }

        var who = Partition.AllowsRootSignIn(wanted.Partition!) ? $"root user {wanted.RootEmail}" : $"IAM user {wanted.AdministratorName}";
        Console.WriteLine($"Account {AccountId.Grouped(opened.Value.AccountId)} ({opened.Value.Label}) is open. First to sign in: {who}.");
        if (typed is null) Console.WriteLine($"Password, shown once: {password}");
        return 0;
    }
}
