using IamConsole.Core.Accounts;
using Microsoft.AspNetCore.Identity;

namespace IamConsole.Core.Users;

/// <summary>
/// A root or IAM user of an account. Identity keeps the password hash, the security stamp and the passkeys;
/// its two-factor switch, lockout and authenticator key are not used.
/// </summary>
public sealed class IamUser : IdentityUser
{
    /// <summary>The account this user belongs to; no query crosses it.</summary>
    public required string AccountId { get; init; }

    /// <summary>The user name as typed at creation; "root" for the root user.</summary>
    public required string Name { get; set; }

    /// <summary>The name in the one form that is compared: upper case (names are ASCII).</summary>
    public required string NormalizedName { get; set; }

    /// <summary>The path, beginning and ending with a slash.</summary>
    public string Path { get; set; } = "/";

    /// <summary>True for the one root user of the account.</summary>
    public bool IsRoot { get; init; }

    /// <summary>When the user was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the console password was last set, or null without one.</summary>
    public DateTimeOffset? PasswordChangedAt { get; set; }

    /// <summary>The next complete sign-in must set a new password first.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>When too many wrong codes followed the right password: the password counts as stolen.</summary>
    public DateTimeOffset? PasswordStolenAt { get; set; }

    /// <summary>Wrong second factors since the last complete sign-in or password change.</summary>
    public int FactorFailures { get; set; }

    /// <summary>True when the account's MFA policy does not concern this user.</summary>
    public bool IsMfaExempt { get; set; }

    /// <summary>The last complete sign-in.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>The first complete sign-in of a span of five minutes, as the credential report counts it.</summary>
    public DateTimeOffset? PasswordLastUsedAt { get; set; }

    /// <summary>The identifier of the device that completed the last sign-in.</summary>
    public string? LastUsedDeviceId { get; set; }

    /// <summary>How many authenticator apps the user has. The three counters bound the devices in one conditional update.</summary>
    public int VirtualDevices { get; set; }

    /// <summary>How many passkeys and security keys the user has.</summary>
    public int SecurityKeys { get; set; }

    /// <summary>How many hardware tokens the user has.</summary>
    public int HardwareTokens { get; set; }

    /// <summary>The strongest of them; the database derives it.</summary>
    public MfaStrength MfaStrength { get; private set; }

    /// <summary>All MFA devices together.</summary>
    public int DeviceCount => VirtualDevices + SecurityKeys + HardwareTokens;

    /// <summary>Whether the user can sign in to the console at all.</summary>
    public bool HasConsoleAccess => PasswordHash is not null;

    /// <summary>The user's ARN within <paramref name="account"/>.</summary>
    public string ArnIn(Account account) => IsRoot ? Arn.Root(account) : Arn.User(account, Path, Name);

    /// <summary>Ends whatever depends on the old credentials: pending sign-ins and other sessions.</summary>
    public void RenewSecurityStamp() => SecurityStamp = RandomId.New();
}
