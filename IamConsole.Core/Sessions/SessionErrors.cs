using IamConsole.Core.Permissions;

namespace IamConsole.Core.Sessions;

/// <summary>Every refusal of this slice.</summary>
public static class SessionErrors
{
    /// <summary>It ended meanwhile, or never was one of this user's.</summary>
    public static readonly Error NoSuchSession = new("NoSuchEntity", "This session has already ended.");

    /// <summary>See <see cref="WrongProofs"/>. To pages it is an ended session like any other.</summary>
    public static readonly Error TooManyWrongProofs = PermissionErrors.SessionEnded with
    {
        Message = "Your session has ended: too many wrong passwords, MFA codes or keys were entered in it. Sign in again.",
    };

    /// <summary>The way out of one's own session clears its cookie as well.</summary>
    public static readonly Error UseSignOut = new("InvalidInput", "This is the session you are using. Sign out to end it.");
}
