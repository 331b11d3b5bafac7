namespace IamConsole.Core.AccountSettings;

/// <summary>What saving an MFA policy did.</summary>
/// <param name="SessionsEnded">Users whose sessions ended, because they must register a device before anything else.</param>
/// <param name="Told">Users who were told until when they must.</param>
public sealed record MfaPolicyChange(int SessionsEnded, int Told);
