namespace IamConsole.Core.Sessions;

/// <summary>A signed-in browser. The cookie holds a secret; this row is the truth and dies everywhere at once.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the cookie's secret, Base64url.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The user.</summary>
    public required string UserId { get; init; }

    /// <summary>See <see cref="SessionKind"/>.</summary>
    public required SessionKind Kind { get; init; }

    /// <summary>The user's security stamp; the session is dead once the two differ.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends whatever happens.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The last thing a person did; heartbeats do not count.</summary>
    public required DateTimeOffset LastActivityAt { get; set; }

    /// <summary>Whether an MFA device was proven in this session.</summary>
    public bool IsMfa { get; set; }

    /// <summary>The device that was proven last, or null.</summary>
    public string? DeviceId { get; set; }

    /// <summary>The last proof: of a device, or of the password where the user has no device.</summary>
    public required DateTimeOffset ProvenAt { get; set; }

    /// <summary>When it was ended, or null.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>
    /// When wrong passwords, codes and keys were entered in it, in seconds since the Unix epoch, the newest last; null for none.
    /// See <see cref="Sessions.WrongProofs"/>.
    /// </summary>
    public long[]? WrongProofs { get; set; }

    /// <summary>Where it began.</summary>
    public string? Address { get; init; }

    /// <summary>The browser it began in, as it called itself.</summary>
    public string? UserAgent { get; init; }
}
