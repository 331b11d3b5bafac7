namespace IamConsole.Core.Accounts;

/// <summary>
/// What an account asks of the passwords of its IAM users, beyond the floor that holds for everybody (IAM API
/// <c>UpdateAccountPasswordPolicy</c>). The root user has the floor alone, as in the original.
/// </summary>
public sealed record PasswordPolicy
{
    /// <summary>Shortest length that may be asked: the floor. The original's 6 would be below what NIST SP 800-63B-4 allows.</summary>
    public const int LeastLength = 8;

    /// <summary>Longest length that may be asked.</summary>
    public const int MostLength = 128;

    /// <summary>Most days until a password expires.</summary>
    public const int MostDays = 1095;

    /// <summary>Most former passwords that may be refused.</summary>
    public const int MostRemembered = 24;

    /// <summary>Before a password expires its owner is warned for so many days.</summary>
    public const int WarningDays = 15;

    /// <summary>The policy of an account that has chosen none: the floor.</summary>
    public static PasswordPolicy Default { get; } = new();

    /// <summary>Characters, at least.</summary>
    public int MinimumLength { get; init; } = LeastLength;

    /// <summary>One of A to Z.</summary>
    public bool RequireUppercase { get; init; }

    /// <summary>One of a to z.</summary>
    public bool RequireLowercase { get; init; }

    /// <summary>One of 0 to 9.</summary>
    public bool RequireDigit { get; init; }

    /// <summary>One of the original's symbols.</summary>
    public bool RequireSymbol { get; init; }

    /// <summary>Days after which a password expires, or null when it never does.</summary>
    public int? ExpiresAfterDays { get; init; }

    /// <summary>Only an administrator sets a new password in place of an expired one ("hard expiry").</summary>
    public bool ExpiryNeedsAdministrator { get; init; }

    /// <summary>Whether users change their own password in the console.</summary>
    public bool UsersMayChange { get; init; } = true;

    /// <summary>How many of the last passwords, the present one among them, may not be used again; null for none.</summary>
    public int? RememberedPasswords { get; init; }

    /// <summary>Whether the account has chosen nothing of its own.</summary>
    public bool IsDefault => this == Default;
}
