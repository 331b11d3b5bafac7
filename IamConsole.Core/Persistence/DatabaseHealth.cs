using System.Security.Cryptography;
using IamConsole.Core.AuditTrail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Persistence;

/// <summary>Whether this server could serve somebody now. What it asks is little, however large the database is.</summary>
public sealed class DatabaseHealth(IDbContextFactory<IamDbContext> databases, IDataProtectionProvider keys, AuditChain chain)
{
    /// <summary>What is missing, or null.</summary>
    public async Task<DatabasePart?> RunAsync(CancellationToken ct)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await db.Database.OpenConnectionAsync(ct);
            if ((await db.Database.GetPendingMigrationsAsync(ct)).Any()) return DatabasePart.Schema;
            var installation = await db.Installations.AsNoTracking().SingleOrDefaultAsync(ct);
            if (installation is null || !Opens(installation)) return DatabasePart.Keys;

            // The end alone: the trail itself is gone over every hour, when a checkpoint is made.
            return await db.AuditChain.AsNoTracking().ToListAsync(ct) is [var head] && chain.Vouches(head) ? null : DatabasePart.Audit;
        }
        catch (AuditTrailException)
        {
            return DatabasePart.Audit;
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            return DatabasePart.Database;
        }
    }

    private bool Opens(Installation installation)
    {
        try
        {
            return keys.CreateProtector(KeyRingCheck.Purpose).Unprotect(installation.KeyCheck).Length > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
