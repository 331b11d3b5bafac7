using IamConsole.Core.AuditTrail;

namespace IamConsole.Core.Persistence;

/// <summary>What an audit row must still say when actor, session and device are gone. Mostly loaded already by the change.</summary>
internal static class AuditFacts
{
    public static async Task AddAsync(IamDbContext db, AuditEvent row, CancellationToken ct)
    {
        if (row.ActorId is { } actor && row.ActorType != AuditActor.Operator.Type
            && await db.Users.FindAsync([actor], ct) is { } user
            && await db.Accounts.FindAsync([user.AccountId], ct) is { } account)
            row.ActorArn = user.ArnIn(account);
        if (row.SessionId is { } session) row.SessionCreatedAt = (await db.Sessions.FindAsync([session], ct))?.CreatedAt;
        if (row.DeviceId is { } device)
            row.DeviceSerial = (await db.MfaDevices.FindAsync([device], ct))?.Identifier;
    }
}
