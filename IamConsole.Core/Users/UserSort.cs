namespace IamConsole.Core.Users;

/// <summary>The orders of the users page; users that are equal in it follow by name.</summary>
public enum UserSort
{
    /// <summary>By name, byte order.</summary>
    Name,

    /// <summary>By path, byte order.</summary>
    Path,

    /// <summary>By the strongest device, see <see cref="MfaStrength"/>.</summary>
    Mfa,

    /// <summary>The newest password first, users without one last.</summary>
    PasswordAge,

    /// <summary>Users who were never active first, then the longest time ago.</summary>
    LastActivity,

    /// <summary>The oldest user first.</summary>
    Created,
}
