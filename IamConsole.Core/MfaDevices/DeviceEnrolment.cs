using IamConsole.Core.Accounts;
using IamConsole.Core.Totp;

namespace IamConsole.Core.MfaDevices;

/// <summary>
/// An assignment under way, made by <see cref="BeginDeviceEnrolment"/> and kept on the server by its wizard:
/// ten minutes, one device. Nothing of it is stored, so leaving the wizard leaves nothing behind.
/// </summary>
public sealed class DeviceEnrolment
{
    internal DeviceEnrolment(string accountId, string userId, MfaDeviceKind kind, string name, DateTimeOffset now)
    {
        AccountId = accountId;
        UserId = userId;
        Kind = kind;
        Name = name;
        BegunAt = now;
    }

    /// <summary>The identifier the device will have.</summary>
    public string DeviceId { get; } = RandomId.New();

    /// <summary>The account.</summary>
    public string AccountId { get; }

    /// <summary>Security keys: what the account's policy has the browser asked for; null for other kinds.</summary>
    public KeyCeremonyOptions? KeyOptions { get; init; }

    /// <summary>The user who gets the device.</summary>
    public string UserId { get; }

    /// <summary>The chosen kind.</summary>
    public MfaDeviceKind Kind { get; }

    /// <summary>The chosen name.</summary>
    public string Name { get; }

    /// <summary>When the caller was permitted, with a fresh proof.</summary>
    public DateTimeOffset BegunAt { get; }

    /// <summary>Too late after this.</summary>
    public DateTimeOffset ExpiresAt => BegunAt + MfaLimits.Enrolment;

    /// <summary>Authenticator app: the secret, shown by this wizard and never again.</summary>
    public TotpSecret? Secret { get; init; }

    /// <summary>Authenticator app: what the QR code says.</summary>
    public string? OtpAuthUri { get; init; }

    /// <summary>Pairs of codes tried.</summary>
    internal int Attempts { get; set; }

    /// <summary>Set once the device exists: the second click finds nothing to do.</summary>
    internal bool IsUsed { get; set; }

    internal bool IsExpired(DateTimeOffset now) =>
        IsUsed || now >= ExpiresAt || Attempts >= MfaLimits.FailuresThatMeanTheft;
}
