using System.CommandLine;
using IamConsole.Web.Hosting;

namespace IamConsole.Web.Operator;

/// <summary>Commands of whoever runs the server: <c>dotnet run --project IamConsole.Web -- COMMAND</c>.</summary>
public static class OperatorCommands
{
    private static readonly string[] Help = ["--help", "-h", "-?", "--version"];

    /// <summary>Whether the arguments name a command or ask for help, rather than start the server.</summary>
    public static bool Handles(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || Help.Contains(first));

    /// <summary>Runs the command; the exit code.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("IAM Console. Without a command the server starts: --data DIR, --urls URL.");
        root.Options.Add(OperatorHost.Data);
        root.Subcommands.Add(BackupCommand.Create());
        root.Subcommands.Add(ClockCorrectedCommand.Create());
        root.Subcommands.Add(DemoCommand.Create());
        root.Subcommands.Add(FidoMetadataCommand.Create());
        root.Subcommands.Add(ImportTokensCommand.Create());
        root.Subcommands.Add(KeyProgramCommand.Create());
        root.Subcommands.Add(OpenAccountCommand.Create());
        root.Subcommands.Add(LostKeysCommand.Create());
        root.Subcommands.Add(RecoverCommand.Create());
        root.Subcommands.Add(RenewAuditCommand.Create());
        root.Subcommands.Add(RestoredCommand.Create());
        root.Subcommands.Add(VerifyAuditCommand.Create());
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
