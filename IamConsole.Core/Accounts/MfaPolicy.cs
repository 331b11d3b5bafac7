namespace IamConsole.Core.Accounts;

/// <summary>
/// Which IAM users must use MFA, from when, and with which kinds of device. The original has no such switch; the root
/// user's own rule does not depend on it.
/// </summary>
public sealed record MfaPolicy
{
    /// <summary>Most days of grace.</summary>
    public const int MostGraceDays = 90;

    /// <summary>When MFA was made a requirement for IAM users with a console password, or null when it is none.</summary>
    public DateTimeOffset? RequiredSince { get; init; }

    /// <summary>Days for which a user may put it off, from the later of <see cref="RequiredSince"/> and the user's creation.</summary>
    public int GraceDays { get; init; }

    /// <summary>Whether passkeys and security keys may be assigned.</summary>
    public bool AllowsSecurityKeys { get; init; } = true;

    /// <summary>Whether authenticator apps may be assigned.</summary>
    public bool AllowsVirtualDevices { get; init; } = true;

    /// <summary>Whether hardware TOTP tokens may be assigned.</summary>
    public bool AllowsHardwareTokens { get; init; } = true;

    /// <summary>Whether IAM users must use MFA at all.</summary>
    public bool IsRequired => RequiredSince is not null;
}
