namespace IamConsole.Core.Sessions;

/// <summary>
/// What somebody was about to do when a factor was asked for: kept until he is back, for one use. It carries nothing out;
/// it only lets the page look as it did.
/// </summary>
public sealed class StepUpIntent
{
    /// <summary>SHA-256 of the secret that stands in the address, Base64url.</summary>
    public required string Id { get; init; }

    /// <summary>The session that may take it up; it changes with the session's secret when the factor was proven.</summary>
    public required string SessionId { get; set; }

    /// <summary>The person.</summary>
    public required string UserId { get; init; }

    /// <summary>The <see cref="IntentContent"/>, encrypted for this row and person by the key ring outside the database.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Whether a factor was proven since.</summary>
    public bool IsConfirmed { get; set; }

    /// <summary>Too late after this.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
