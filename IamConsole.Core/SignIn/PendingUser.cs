namespace IamConsole.Core.SignIn;

/// <summary>Whom a passkey ceremony is for.</summary>
/// <param name="OwnerId">The hashed identifier of the pending sign-in or session that owns the ceremony.</param>
/// <param name="UserId">The user who must answer.</param>
public sealed record PendingUser(string OwnerId, string UserId);
