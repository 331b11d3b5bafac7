namespace IamConsole.Core.Permissions;

/// <summary>
/// What the gate decided, one row for each day and each different question, so that a new policy can be tried on what
/// really happened.
/// </summary>
public sealed class RecordedDecision
{
    /// <summary>SHA-256 over the day and the question, Base64url.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>Who asked.</summary>
    public required string UserId { get; init; }

    /// <summary>For example <c>iam:EnableMFADevice</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The ARN, or <c>*</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>Whether the session was MFA-authenticated.</summary>
    public required bool IsMfa { get; init; }

    /// <summary>Seconds since the last proof of a device, at the last time; null without one.</summary>
    public int? MfaAge { get; set; }

    /// <summary>The client's address.</summary>
    public string? Address { get; init; }

    /// <summary>
    /// The other condition keys of the request, as a JSON object of text: tags, the browser, facts of the operation. Null for
    /// decisions of before they were recorded: then the caller's tags of today stand for those of then.
    /// </summary>
    public string? Facts { get; init; }

    /// <summary>Whether policies allowed it.</summary>
    public required bool Allowed { get; init; }

    /// <summary>The safeguards that stood against it, whatever policies allow.</summary>
    public Safeguards Stops { get; init; }

    /// <summary>The last time on that day.</summary>
    public required DateTimeOffset LastAt { get; set; }

    /// <summary>How often on that day.</summary>
    public int Count { get; set; }
}
