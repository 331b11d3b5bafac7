namespace IamConsole.Core.Sessions;

/// <summary>Every refusal of this slice.</summary>
public static class SessionErrors
{
    /// <summary>It ended meanwhile, or never was one of this user's.</summary>
    public static readonly Error NoSuchSession = new("NoSuchEntity", "This session has already ended.");

    /// <summary>The way out of one's own session clears its cookie as well.</summary>
    public static readonly Error UseSignOut = new("InvalidInput", "This is the session you are using. Sign out to end it.");
}
