namespace IamConsole.Core.KeyProgram;

/// <summary>A model on the order form.</summary>
/// <param name="Id">See <see cref="KeyModel.Id"/>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">For whom it is.</param>
/// <param name="InStock">Whether there is one left.</param>
public sealed record KeyModelChoice(string Id, string Name, string? Description, bool InStock);
