namespace IamConsole.Web.Operator;

/// <summary>Commands of whoever runs the server: <c>dotnet run --project IamConsole.Web -- COMMAND</c>.</summary>
public static class OperatorCommands
{
    /// <summary>Whether the arguments name a command rather than start the server.</summary>
    public static bool Handles(string[] args) => args is [var first, ..] && !first.StartsWith('-');

    /// <summary>Runs the command; the exit code.</summary>
    public static Task<int> RunAsync(string[] args) => Task.FromResult(1);
}
