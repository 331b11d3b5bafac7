namespace IamConsole.Core.AuditTrail;

/// <summary>Who acts, as the audit trail names it.</summary>
/// <param name="Id">The user's identifier.</param>
/// <param name="Name">The name at the time.</param>
/// <param name="Type">Root, IAMUser, Operator or Unknown, as in CloudTrail's <c>userIdentity.type</c>.</param>
/// <param name="SessionId">The session's hashed identifier.</param>
/// <param name="IsMfa">Whether that session is MFA-authenticated.</param>
public sealed record AuditActor(string? Id, string? Name, string Type, string? SessionId = null, bool? IsMfa = null)
{
    /// <summary>CloudTrail's mask for names nobody knows: people type passwords there.</summary>
    public const string HiddenName = "HIDDEN_DUE_TO_SECURITY_REASONS";

    /// <summary>A command on the server.</summary>
    public static AuditActor Operator { get; } = new("operator", "operator", "Operator");

    /// <summary>A sign-in under a name that does not exist.</summary>
    public static AuditActor Unknown { get; } = new(null, HiddenName, "Unknown");

    /// <summary>A user, before or within a session.</summary>
    public static AuditActor Of(bool isRoot, string id, string name, string? sessionId = null, bool? isMfa = null) =>
        new(id, name, isRoot ? "Root" : "IAMUser", sessionId, isMfa);
}
