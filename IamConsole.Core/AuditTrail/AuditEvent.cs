using System.Text.Json.Serialization;

namespace IamConsole.Core.AuditTrail;

/// <summary>Who did what: one row for each attempt and change, written in the transaction of the change.</summary>
public sealed class AuditEvent
{
    /// <summary>The form of the rows written now.</summary>
    public const int CurrentSchema = 2;

    /// <summary>1, 2, 3 … without gaps, given at the commit; negative until then.</summary>
    [JsonInclude]
    public long Sequence { get; internal set; }

    /// <summary>SHA-256 over the hash of the row before and this row's digest (see <see cref="AuditChain"/>).</summary>
    [JsonIgnore]
    public byte[] Hash { get; internal set; } = [];

    /// <summary>UTC, whole milliseconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The account, or null when nobody knows it (a sign-in to an unknown account).</summary>
    public string? AccountId { get; init; }

    /// <summary>CloudTrail's event name where there is one, e.g. <c>ConsoleLogin</c>, <c>EnableMFADevice</c>.</summary>
    public required string EventName { get; init; }

    /// <summary>True when it was done, false when refused.</summary>
    public required bool Succeeded { get; init; }

    /// <summary>Why it was refused, as a short code; null on success.</summary>
    public string? Reason { get; init; }

    /// <summary>The actor's identifier; "operator" for a command on the server.</summary>
    public string? ActorId { get; init; }

    /// <summary>The actor's name at the time; masked when unknown, because people type passwords there.</summary>
    public string? ActorName { get; init; }

    /// <summary>Root, IAMUser, Operator or Unknown.</summary>
    public required string ActorType { get; init; }

    /// <summary>The actor's ARN at the time.</summary>
    [JsonInclude]
    public string? ActorArn { get; internal set; }

    /// <summary>The resource's ARN or serial number.</summary>
    public string? Target { get; init; }

    /// <summary>The session's hashed identifier.</summary>
    public string? SessionId { get; init; }

    /// <summary>When that session began.</summary>
    [JsonInclude]
    public DateTimeOffset? SessionCreatedAt { get; internal set; }

    /// <summary>Whether the actor's session was MFA-authenticated.</summary>
    public bool? MfaAuthenticated { get; init; }

    /// <summary>The MFA device used, if any.</summary>
    public string? DeviceId { get; init; }

    /// <summary>Its ARN or serial number.</summary>
    [JsonInclude]
    public string? DeviceSerial { get; internal set; }

    /// <summary>The client's address, as far as it can be trusted.</summary>
    public string? Address { get; init; }

    /// <summary>The client's user agent, cut to 256 characters, control characters replaced.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The request or circuit in which it happened.</summary>
    public string? RequestId { get; init; }

    /// <summary>Non-secret facts as JSON: names, counts, before and after.</summary>
    public string? Details { get; init; }

    /// <summary>The form of this row. Rows of 1 are older than the chain: it vouches for them since the upgrade only.</summary>
    public int SchemaVersion { get; init; } = CurrentSchema;
}
