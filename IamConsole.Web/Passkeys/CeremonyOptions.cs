namespace IamConsole.Web.Passkeys;

/// <summary>The two halves of a ceremony that begins.</summary>
/// <param name="Json">Options for the browser.</param>
/// <param name="State">The server's half, holding the challenge: never sent out, used once.</param>
public sealed record CeremonyOptions(string Json, string State);
