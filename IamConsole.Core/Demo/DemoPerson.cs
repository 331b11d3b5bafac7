namespace IamConsole.Core.Demo;

/// <summary>Who can sign in to the demonstration, with what.</summary>
/// <param name="Name">User name; "root" for root.</param>
/// <param name="Email">Where notices go, or null; root signs in with it.</param>
/// <param name="Password">Console password.</param>
/// <param name="IsRoot">Whether it is root.</param>
/// <param name="IsAdministrator">Whether the user manages the others.</param>
/// <param name="MustChangePassword">Whether the next sign-in asks for a new password.</param>
/// <param name="Devices">MFA devices.</param>
public sealed record DemoPerson(
    string Name, string? Email, string Password, bool IsRoot, bool IsAdministrator, bool MustChangePassword,
    IReadOnlyList<DemoDevice> Devices);
