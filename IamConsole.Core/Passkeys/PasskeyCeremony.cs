namespace IamConsole.Core.Passkeys;

/// <summary>
/// The server's half of a WebAuthn authentication: challenge and purpose, one use, five minutes,
/// bound to the sign-in or session that asked for it (security bar C54, C57, C58).
/// </summary>
public sealed class PasskeyCeremony
{
    /// <summary>The hashed identifier of the pending sign-in or session; one ceremony at a time for each.</summary>
    public required string OwnerId { get; init; }

    /// <summary>The user who must answer.</summary>
    public required string UserId { get; init; }

    /// <summary>The terms of the answer, holding the challenge.</summary>
    public required string State { get; init; }

    /// <summary>Too late after this.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
