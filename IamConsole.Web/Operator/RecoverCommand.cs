using System.CommandLine;
using IamConsole.Core.AccountOpening;
using IamConsole.Core.Users;

namespace IamConsole.Web.Operator;

/// <summary><c>recover</c>: lets root, or a user whom no administrator can help, in again.</summary>
internal static class RecoverCommand
{
    private static readonly Option<string> Account = new("--account") { Description = "The account's ID or alias.", Required = true };
    private static readonly Option<string?> User = new("--user") { Description = "An IAM user; the root user when left out." };

    public static Command Create()
    {
        var command = new Command("recover", "Remove the MFA devices of the root user (or of --user), end its sessions and print a password for one sign-in.")
        {
            Account, User,
        };
        command.SetAction((parsed, ct) => OperatorHost.RunAsync(parsed, (services, token) => RunAsync(services, parsed, token), ct));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, ParseResult parsed, CancellationToken ct)
    {
        var (account, user, password) = (parsed.GetValue(Account)!, parsed.GetValue(User), GeneratedPassword.New());
        var recovered = await services.GetRequiredService<RecoverUser>().RunAsync(account, user, password, ct);
        if (!recovered.Succeeded)
        {
            await Console.Error.WriteLineAsync(recovered.Error.Message);
            return 1;
        }

        Console.WriteLine($"{user ?? "The root user"} has no session and no MFA device any more. Removed: {(recovered.Value is [] ? "none" : string.Join(", ", recovered.Value))}.");
        Console.WriteLine($"Password for one sign-in, shown once: {password}");
        return 0;
    }
}
