using IamConsole.Web.Operator;

namespace IamConsole.Web.Hosting;

/// <summary>The server, or an operator's command. Exit code 0: done; 1: not, and why stands on the error output.</summary>
public static class ConsoleProgram
{
    /// <summary>Runs to the end.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter errors)
    {
        try
        {
            FileHandles.Check();
            if (OperatorCommands.Handles(args)) return await OperatorCommands.RunAsync(args);
            await ConsoleServer.RunAsync(args);
            return 0;
        }

        // The framework's own way to look at a host without running it.
        catch (Exception error) when (error is not HostAbortedException)
        {
            await errors.WriteLineAsync(StartFailure.Explain(error));
            if (StartFailure.WantsDetails(args)) await errors.WriteLineAsync(error.ToString());
            return 1;
        }
    }
}
