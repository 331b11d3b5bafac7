namespace IamConsole.Web.MfaDevices.Assign;

/// <summary>The apps of one platform.</summary>
/// <param name="Platform">For example "Android".</param>
/// <param name="Apps">In the order in which they are shown.</param>
public sealed record AppPlatform(string Platform, IReadOnlyList<AuthenticatorApp> Apps);
