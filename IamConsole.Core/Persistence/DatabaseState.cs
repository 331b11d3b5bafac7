using IamConsole.Core.AuditTrail;
using IamConsole.Core.Restoring;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Persistence;

/// <summary>
/// What the start asks of the database's partners: program version, key ring, audit folder. Each may have come back from
/// another day. Before the migration nothing is changed; afterwards an older database is taken up again.
/// </summary>
public sealed class DatabaseState(KeyRingCheck keys, SealedSecrets secrets, AuditTrailStartup audit, ResumeRestored resume)
{
    private const string ChainMigration = "_AuditChain";

    /// <summary>Refuses what does not belong together.</summary>
    /// <exception cref="DatabaseNewerException">The database is of a newer version.</exception>
    /// <exception cref="KeyRingMismatchException">The key ring is missing or another one.</exception>
    /// <exception cref="AuditTrailException">The audit folder is missing or another one.</exception>
    public async Task CheckAsync(IamDbContext db, IReadOnlyCollection<string> applied, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        if (applied.FirstOrDefault(m => !known.Contains(m)) is { } newer) throw new DatabaseNewerException(newer);
        if (applied.Count > 0 && !await keys.OpensAsync(db, ct)) throw new KeyRingMismatchException(null);
        if (applied.Any(m => m.EndsWith(ChainMigration, StringComparison.Ordinal)))
            await audit.CheckAsync(db, older: applied.Count < known.Count, ct);
    }

    /// <summary>Takes up an older database, once it is migrated and before anybody is let in.</summary>
    /// <exception cref="KeyRingMismatchException">The key ring lacks keys that secrets of this database were encrypted with.</exception>
    public async Task TakeUpAsync(IamDbContext db, CancellationToken ct)
    {
        if (await secrets.FindLostAsync(db, ct) is { Count: > 0 } lost) throw KeyRingMismatchException.Incomplete(lost.Count);
        await resume.RunAsync(told: false, ct);
    }
}
