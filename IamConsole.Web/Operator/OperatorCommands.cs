using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using IamConsole.Web.Hosting;

namespace IamConsole.Web.Operator;

/// <summary>Commands of whoever runs the server: <c>dotnet run --project IamConsole.Web -- COMMAND</c>.</summary>
public static class OperatorCommands
{
    private static readonly string[] Help = ["--help", "-h", "-?", "--version"];

    /// <summary>Whether the arguments name a command or ask for help, rather than start the server.</summary>
    public static bool Handles(string[] args) =>
        args is [var first, ..] && (!first.StartsWith('-') || args.Any(Help.Contains))

        // The command behind the folder: --data DIR demo.
        || (args is ["--data", _, var command, ..] && !command.StartsWith('-'))
        || (args is [var data, var next, ..] && data.StartsWith("--data=", StringComparison.Ordinal) && !next.StartsWith('-'));

    /// <summary>Runs the command; the exit code. One that is stopped by a signal answers as shells do: 130 for Ctrl-C, 143 for SIGTERM.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var stopped = 0;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => stopped = 130);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => stopped = 143);
        try
        {
            return await InvokeAsync(args);
        }
        catch (Exception) when (stopped is not 0)
        {
            await Console.Error.WriteLineAsync("Stopped before the end. Nothing is half done.");
            return stopped;
        }
    }

    private static Task<int> InvokeAsync(string[] args)
    {
        var root = new RootCommand("IAM Console. Without a command the server starts: --data DIR, --urls URL.");
        root.Options.Add(OperatorHost.Data);
        root.Subcommands.Add(DemoCommand.Create());
        root.Subcommands.Add(FidoMetadataCommand.Create());
        root.Subcommands.Add(ImportTokensCommand.Create());
        root.Subcommands.Add(KeyProgramCommand.Create());
        root.Subcommands.Add(OpenAccountCommand.Create());
        root.Subcommands.Add(RecoverCommand.Create());
        root.Subcommands.Add(VerifyAuditCommand.Create());
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction mistake) mistake.ShowHelp = false;
        return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
    }
}
