namespace IamConsole.Core.KeyProgram;

/// <summary>A state to choose.</summary>
/// <param name="Code">Two capital letters.</param>
/// <param name="Name">Its name.</param>
public sealed record UsState(string Code, string Name);
