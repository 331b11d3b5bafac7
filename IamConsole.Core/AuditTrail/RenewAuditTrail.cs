using System.Security.Cryptography;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AuditTrail;

/// <summary>
/// The operator's way out when a key of the trail is lost, its end or a row was changed, or its checkpoints are gone for good:
/// the trail begins anew behind what is there. What was before is kept, can be vouched for by nobody any more, and every check
/// of the trail says so.
/// </summary>
public sealed class RenewAuditTrail(
    IDbContextFactory<IamDbContext> databases, AuditFiles files, AuditChain chain, AuditTrailWriter audit, VerifyAuditTrail verify, TimeProvider clock)
{
    /// <summary>Begins anew.</summary>
    /// <returns>What was wrong, as a sentence; null when nothing was, and nothing was done.</returns>
    public async Task<string?> RunAsync(CancellationToken ct)
    {
        if (await FaultAsync(ct) is not { } fault) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var rowsAreGood = await RowsAreGoodAsync(db, ct);

        // Files first: cut off after that, the start still refuses, and this command does it again.
        files.SetAside(clock.GetUtcNow(), keys: !rowsAreGood);
        files.CreateKeys();
        await using var transaction = await db.BeginWriteAsync(ct);
        var last = await db.AuditEvents.MaxAsync(e => (long?)e.Sequence, ct) ?? 0;
        if (rowsAreGood) await db.AuditChain.ExecuteUpdateAsync(s => s.SetProperty(h => h.SignedUpTo, 0), ct);
        else await BeginBehindAsync(db, last, ct);
        audit.Write(db, TrailEvents.Renewed, AuditActor.Operator, ClientInfo.Operator, accountId: null,
            details: new { because = fault, rowsBefore = last, rowsCanBeChecked = rowsAreGood });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return fault;
    }

    private async Task<string?> FaultAsync(CancellationToken ct)
    {
        try
        {
            files.CheckSigningKey();
            var verdict = await verify.RunAsync(publicKey: null, copy: null, ct);
            return verdict.IsGood ? null : verdict.ToString();
        }
        catch (Exception lost) when (lost is AuditTrailException or CryptographicException or ArgumentException)
        {
            return lost.Message;
        }
    }

    private async Task<bool> RowsAreGoodAsync(IamDbContext db, CancellationToken ct)
    {
        try
        {
            files.CheckSigningKey();
            return (await new TrailCheck(db, chain, CheckpointHistory.Of([])).RunAsync(ct)).IsGood;
        }
        catch (AuditTrailException)
        {
            return false;
        }
    }

    private async Task BeginBehindAsync(IamDbContext db, long last, CancellationToken ct)
    {
        await db.AuditChain.ExecuteDeleteAsync(ct);
        db.AuditChain.Add(last == 0 ? chain.Start() : chain.StartBehind(last, await HashAsync(db, last, ct)));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    // Whatever stands there stands fast from now on.
    private static async Task<byte[]> HashAsync(IamDbContext db, long row, CancellationToken ct)
    {
        try
        {
            var stored = await db.AuditEvents.Where(e => e.Sequence == row).Select(e => e.Hash).SingleAsync(ct);
            return stored.Length == AuditChain.HashLength ? stored : SHA256.HashData(stored);
        }
        catch (Exception garbage) when (ChainEnd.IsUnreadable(garbage))
        {
            return SHA256.HashData([]);
        }
    }
}
