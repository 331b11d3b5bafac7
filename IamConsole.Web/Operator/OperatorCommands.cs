using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using IamConsole.Core.Consignments;
using IamConsole.Web.Hosting;

namespace IamConsole.Web.Operator;

/// <summary>Commands of whoever runs the server: <c>dotnet run --project IamConsole.Web -- COMMAND</c>.</summary>
public static class OperatorCommands
{
    private static readonly string[] Help = ["--help", "-h", "-?", "--version"];

    /// <summary>Whether the arguments name a command or ask for help, rather than start the server.</summary>
    public static bool Handles(string[] args) => args switch
    {
        [var first, ..] when !first.StartsWith('-') || args.Any(Help.Contains) => true,

        // Behind the folder, where it may stand too.
        ["--data", _, var command, ..] => IsCommand(command),
        [var data, var command, ..] when data.StartsWith("--data=", StringComparison.Ordinal) => IsCommand(command),
        _ => false,
    };

    /// <summary>Runs the command; the exit code. One that is stopped by a signal answers as shells do: 130 for Ctrl-C, 143 for SIGTERM.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var stopped = 0;
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, 130));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, 143));
        try
        {
            return await InvokeAsync(args, stop.Token);
        }
        catch (Exception error) when (stopped is not 0)
        {
            await Console.Error.WriteLineAsync(error is DeliveryGoesOnException ? error.Message : "Stopped before the end. Nothing is half done.");
            return stopped;
        }

        // The second signal ends the process at once: what was not committed is not there.
        void Stop(PosixSignalContext signal, int code)
        {
            signal.Cancel = Interlocked.Exchange(ref stopped, code) is 0;
            stop.Cancel();
        }
    }

    private static bool IsCommand(string name) => Root().Subcommands.Any(c => c.Name == name);

    private static RootCommand Root()
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
        return root;
    }

    private static Task<int> InvokeAsync(string[] args, CancellationToken ct)
    {
        var parsed = Root().Parse(args);
        if (parsed.Action is ParseErrorAction mistake) mistake.ShowHelp = false;
        return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, ct);
    }
}
