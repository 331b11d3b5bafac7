using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AuditTrail;

/// <summary>The trail's part of the start: its key must be the one it was made with, and rows older than the chain are sealed once.</summary>
public sealed class AuditTrailStartup(AuditFiles files, AuditChain chain, AuditTrailWriter audit)
{
    private const int Batch = 1000;

    /// <summary>Checks the keys and checkpoints against a trail that is there.</summary>
    /// <param name="db">The database.</param>
    /// <param name="older">Whether it is of an earlier version of this program and still to be migrated.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="AuditTrailException">A key is missing or another one, the trail's end was changed, or a line is no checkpoint.</exception>
    public async Task CheckAsync(IamDbContext db, bool older, CancellationToken ct)
    {
        try
        {
            if (await (older ? ChainEnd.ReadOlderAsync(db, ct) : ChainEnd.ReadAsync(db, ct)) is not { } head) return;
            if (!chain.Vouches(head))
                throw new AuditTrailException(
                    "The key in the data folder's 'audit' is not the one this audit trail was made with, or the trail's end was changed. "
                    + "Restore the folder from the backup.");
            files.CheckSigningKey();
            _ = CheckpointFile.Read(files.Checkpoints);
        }
        catch (AuditTrailException refused)
        {
            throw new AuditTrailException($"{refused.Message.TrimEnd('.')}. If there is no backup of it: renew-audit.", refused);
        }
    }

    /// <summary>Begins the chain, in the caller's transaction.</summary>
    public async Task SealAsync(IamDbContext db, CancellationToken ct)
    {
        if (await db.AuditChain.AnyAsync(ct)) return;

        // Whoever removed the end of a chain must not get a new chain over what he left.
        byte[] unsealed = [];
        if (files.HasCheckpoints || await db.AuditEvents.AnyAsync(e => e.Hash != unsealed, ct))
            throw new AuditTrailException(
                "This database has no end of its audit trail, but there is a trail, or the data folder's 'audit' holds checkpoints of one. "
                + "Restore the database from the backup, or start with an empty data folder. If there is no backup: renew-audit.");
        files.CreateKeys();
        var head = chain.Start();
        var renumbered = await SealOldRowsAsync(db, head, ct);
        db.AuditChain.Add(head);
        if (head.Sequence > 0)
            audit.Write(db, "AuditTrailUpgraded", AuditActor.Operator, ClientInfo.Operator, accountId: null,
                details: new { rowsBeforeTheChain = head.Sequence, renumbered });
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    // Numbers of the database's own had gaps. Going up, a row's new number is never behind its old one, so none is taken twice.
    private async Task<long> SealOldRowsAsync(IamDbContext db, AuditChainHead head, CancellationToken ct)
    {
        var renumbered = 0L;
        for (var after = 0L; ;)
        {
            var from = after;
            var rows = await db.AuditEvents.AsNoTracking().Where(e => e.Sequence > from).OrderBy(e => e.Sequence).Take(Batch).ToListAsync(ct);
            foreach (var row in rows)
            {
                var old = after = row.Sequence;
                chain.Extend(head, [row]);
                if (row.Sequence != old) renumbered++;
                await db.AuditEvents.Where(e => e.Sequence == old).ExecuteUpdateAsync(
                    s => s.SetProperty(e => e.Sequence, row.Sequence).SetProperty(e => e.Hash, row.Hash), ct);
            }

            if (rows.Count < Batch) return renumbered;
        }
    }
}
