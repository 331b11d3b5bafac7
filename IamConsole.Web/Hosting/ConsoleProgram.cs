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
            await SayAsync(errors, StartFailure.Explain(error));
            if (StartFailure.WantsDetails(args)) await SayAsync(errors, error.ToString());
            return 1;
        }
    }

    // What cannot even be said (no handle left, nobody at the other end) must not become an abort.
    private static async Task SayAsync(TextWriter errors, string text)
    {
        try
        {
            await errors.WriteLineAsync(text);
        }
        catch (Exception unsaid) when (unsaid is IOException or System.ComponentModel.Win32Exception)
        {
            // The exit code tells.
        }
    }
}
