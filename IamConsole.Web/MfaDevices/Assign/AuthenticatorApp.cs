namespace IamConsole.Web.MfaDevices.Assign;

/// <summary>An app that the wizard names.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Where to get it: an https address, or null for the name alone.</param>
public sealed record AuthenticatorApp(string Name, string? Url = null);
