using IamConsole.Web.Hosting;

return await ConsoleProgram.RunAsync(args, Console.Error);

/// <summary>Visible to the test host.</summary>
public partial class Program;
