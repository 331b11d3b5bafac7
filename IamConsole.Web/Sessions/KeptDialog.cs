namespace IamConsole.Web.Sessions;

/// <summary>A dialog that is open, or was about to open, with what was typed and chosen in it.</summary>
/// <param name="Open">Which one of its part.</param>
/// <param name="About">Identifier of what it is about.</param>
/// <param name="Typed">What was typed; never a secret.</param>
/// <param name="Chosen">What was chosen.</param>
public sealed record KeptDialog(string Open, string? About = null, string? Typed = null, string? Chosen = null) : IKept;
