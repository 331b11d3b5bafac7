using System.Text.Json;
using IamConsole.Core.Persistence;

namespace IamConsole.Core.AuditTrail;

/// <summary>Adds rows to the audit trail; the caller's transaction makes them durable together with the change.</summary>
public sealed class AuditTrailWriter(TimeProvider clock)
{
    private const int LongestText = 256;

    /// <summary>Adds a row to <paramref name="db"/> without saving it.</summary>
    /// <param name="db">The context of the change.</param>
    /// <param name="eventName">CloudTrail's name where there is one.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="client">From where.</param>
    /// <param name="accountId">In which account, if known.</param>
    /// <param name="reason">Null for a success, otherwise why it was refused.</param>
    /// <param name="target">The resource's ARN or serial.</param>
    /// <param name="deviceId">The MFA device used.</param>
    /// <param name="details">Non-secret facts; never a password, code, seed, token or challenge.</param>
    public void Write(
        IamDbContext db, string eventName, AuditActor actor, ClientInfo client, string? accountId,
        string? reason = null, string? target = null, string? deviceId = null, object? details = null)
    {
        db.AuditEvents.Add(new AuditEvent
        {
            Sequence = db.NextAuditDraft(),
            At = ToMilliseconds(clock.GetUtcNow()),
            AccountId = accountId,
            EventName = eventName,
            Succeeded = reason is null,
            Reason = reason,
            ActorId = actor.Id,
            ActorName = actor.Name,
            ActorType = actor.Type,
            Target = Clean(target),
            SessionId = actor.SessionId,
            MfaAuthenticated = actor.IsMfa,
            DeviceId = deviceId,
            Address = client.Address,
            UserAgent = Clean(client.UserAgent),
            RequestId = client.RequestId,
            Details = details is null ? null : JsonSerializer.Serialize(details),
        });
    }

    // What both databases keep exactly: the time is part of the row's digest.
    private static DateTimeOffset ToMilliseconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    // Line breaks and control characters could forge rows in whatever shows the trail (ASVS 16.4.1);
    // half of a character outside the basic plane, cut at the limit, is no text for PostgreSQL.
    private static string? Clean(string? text) =>
        text is null ? null : string.Concat(text.Take(LongestText).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
}
