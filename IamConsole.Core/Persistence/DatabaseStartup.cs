using System.Security.Cryptography;
using System.Text;
using IamConsole.Core.AuditTrail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Persistence;

/// <summary>Brings the database up to date and checks that the key ring is the one its seeds were encrypted with.</summary>
public sealed class DatabaseStartup(IDbContextFactory<IamDbContext> databases, IDataProtectionProvider keys, AuditTrailStartup audit)
{
    internal const string KeyPurpose = "IamConsole.KeyCheck.v1";

    private static readonly byte[] KnownText = Encoding.ASCII.GetBytes("IAM Console");

    /// <summary>Whether the database is older than this program, or new.</summary>
    public async Task<bool> NeedsMigrationAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await db.Database.GetPendingMigrationsAsync(ct)).Any();
    }

    /// <summary>Checks the keys of an existing database, migrates, and ties a new database to its key ring and audit key.</summary>
    /// <exception cref="AuditTrailException">The audit trail's key is missing or another one: nothing was changed.</exception>
    /// <exception cref="KeyRingMismatchException">The key ring is missing or another one: nothing was changed.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        await DatabaseUpgrade.CheckOwnAsync(db, applied, ct);
        if (applied.Count > 0) await CheckKeyRingAsync(db, ct);
        if (applied.Any(m => m.EndsWith("_AuditChain", StringComparison.Ordinal))) await audit.CheckAsync(db, ct);
        await DatabaseUpgrade.RunAsync(db, ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        if (!await db.Installations.AnyAsync(ct))
        {
            db.Installations.Add(new Installation { KeyCheck = Protector.Protect(KnownText) });
            await db.SaveChangesAsync(ct);
        }

        await audit.SealAsync(db, ct);
        await transaction.CommitAsync(ct);
    }

    private IDataProtector Protector => keys.CreateProtector(KeyPurpose);

    private async Task CheckKeyRingAsync(IamDbContext db, CancellationToken ct)
    {
        // The table is as old as the first migration; a database whose very first start was cut off has no row yet.
        if (await db.Installations.AsNoTracking().SingleOrDefaultAsync(ct) is not { } installation) return;
        try
        {
            if (!Protector.Unprotect(installation.KeyCheck).AsSpan().SequenceEqual(KnownText)) throw new KeyRingMismatchException(null);
        }
        catch (CryptographicException error)
        {
            throw new KeyRingMismatchException(error);
        }
    }
}
