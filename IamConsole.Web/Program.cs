using IamConsole.Web.Hosting;
using IamConsole.Web.Operator;

try
{
    if (OperatorCommands.Handles(args)) return await OperatorCommands.RunAsync(args);
    await ConsoleServer.RunAsync(args);
    return 0;
}
catch (Exception error) when (StartFailure.Explain(error) is { } explanation)
{
    await Console.Error.WriteLineAsync(explanation);
    return 1;
}

/// <summary>Visible to the test host.</summary>
public partial class Program;
