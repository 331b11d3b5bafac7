using IamConsole.Web.Sessions;

namespace IamConsole.Web.Users;

/// <summary>A user who is being created. A password that was typed is a secret and not kept.</summary>
/// <param name="Name">As typed, like the next two.</param>
/// <param name="Path">Path.</param>
/// <param name="Email">Address for notices.</param>
/// <param name="ConsoleAccess">Whether a console password is wanted.</param>
/// <param name="Administrator">With AdministratorAccess.</param>
/// <param name="IsGenerated">The console makes the password.</param>
/// <param name="MustChange">The user makes another at the next sign-in.</param>
public sealed record KeptUser(
    string? Name, string? Path, string? Email, bool ConsoleAccess, bool Administrator, bool IsGenerated, bool MustChange) : IKept;
