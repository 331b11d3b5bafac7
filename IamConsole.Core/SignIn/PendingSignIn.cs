namespace IamConsole.Core.SignIn;

/// <summary>
/// A sign-in whose password was right and whose rest is missing: one use, five minutes, bound to the browser,
/// the security stamp and the lock state, re-checked at the end (security bar C19, C28, C36).
/// </summary>
public sealed class PendingSignIn
{
    /// <summary>SHA-256 of the cookie's secret, Base64url.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The user whose password was right.</summary>
    public required string UserId { get; init; }

    /// <summary>The user's security stamp then.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>SHA-256 over what identifies the browser.</summary>
    public required string BrowserBinding { get; init; }

    /// <summary>When the password was right.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Five minutes later.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Wrong codes in this sign-in; from three on, synchronising is offered.</summary>
    public int WrongCodes { get; set; }

    /// <summary>When a device was proven, or null.</summary>
    public DateTimeOffset? FactorProvenAt { get; set; }

    /// <summary>The proven device, or null.</summary>
    public string? DeviceId { get; set; }

    /// <summary>The user without a device chose to go on without one.</summary>
    public bool MfaSkipped { get; set; }

    /// <summary>
    /// The hardware token that is offered for activation in this sign-in, chosen once, or null. It may be taken back meanwhile.
    /// </summary>
    public string? OfferedTokenId { get; set; }

    /// <summary>The offered token was activated, or the user goes on without it.</summary>
    public bool TokenSettled { get; set; }

    /// <summary>When it was used up or cancelled, or null.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
