using System.Text;
using IamConsole.Core.AuditTrail;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed partial class IamScenario
{
    /// <summary>The whole trail in its order.</summary>
    public Task<List<AuditEvent>> TrailAsync() =>
        ReadAsync(db => db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync(Ct));

    public async Task<AuditEvent> LastEventAsync() => (await TrailAsync())[^1];

    public Task<AuditVerdict> VerifyAsync(string? publicKey = null, string? copy = null) =>
        Get<VerifyAuditTrail>().RunAsync(publicKey, copy, Ct);

    public Task<Checkpoint> CheckpointAsync() => Get<MakeCheckpoint>().RunAsync(Ct);

    /// <summary>What somebody with the database's password can do.</summary>
    public async Task TamperAsync(params string[] statements)
    {
        foreach (var sql in statements) Assert.NotEqual(0, await ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql, Ct)));
    }

    /// <summary>A row as a former version wrote it, in its place of the chain.</summary>
    public Task<int> WriteAsync(string accountId, string eventName, string reason, string details) => ReadAsync(async db =>
    {
        await using var transaction = await db.BeginWriteAsync(Ct);
        db.AuditEvents.Add(new AuditEvent
        {
            Sequence = db.NextAuditDraft(),
            At = Now,
            AccountId = accountId,
            EventName = eventName,
            Succeeded = false,
            Reason = reason,
            ActorType = "IAMUser",
            Details = details,
        });
        var written = await db.SaveChangesAsync(Ct);
        await transaction.CommitAsync(Ct);
        return written;
    });

    public async Task<string> ExportAsync(SignedIn by, ExportFormat format, EventFilter? filter = null, long? sequence = null)
    {
        var export = (await Get<ExportEvents>().RunAsync(by.Caller, filter ?? new EventFilter(), sequence, format, Ct)).Ok();
        using var written = new MemoryStream();
        await export.WriteAsync(written, Ct);
        return Encoding.UTF8.GetString(written.ToArray());
    }
}
