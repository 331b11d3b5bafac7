using IamConsole.Web.Sessions;

namespace IamConsole.Web.Users;

/// <summary>What was chosen about a user's console access. A password that was typed is a secret and not kept.</summary>
/// <param name="Disable">It ends.</param>
/// <param name="IsGenerated">The console makes the password.</param>
/// <param name="MustChange">The user makes another at the next sign-in.</param>
public sealed record KeptAccess(bool Disable, bool IsGenerated, bool MustChange) : IKept;
