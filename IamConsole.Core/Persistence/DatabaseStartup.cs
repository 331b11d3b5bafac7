using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Persistence;

/// <summary>Brings the database up to date and checks that the key ring is the one its seeds were encrypted with.</summary>
public sealed class DatabaseStartup(IDbContextFactory<IamDbContext> databases, IDataProtectionProvider keys)
{
    private static readonly byte[] KnownText = Encoding.ASCII.GetBytes("IAM Console");

    /// <summary>Whether the database is older than this program, or new.</summary>
    public async Task<bool> NeedsMigrationAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await db.Database.GetPendingMigrationsAsync(ct)).Any();
    }

    /// <summary>Checks the key ring of an existing database, migrates, and ties a new database to its key ring.</summary>
    /// <exception cref="KeyRingMismatchException">The key ring is missing or another one: nothing was changed.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var isNew = !(await db.Database.GetAppliedMigrationsAsync(ct)).Any();
        if (!isNew) await CheckKeyRingAsync(db, ct);
        await db.Database.MigrateAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        if (!await db.Installations.AnyAsync(ct))
        {
            db.Installations.Add(new Installation { KeyCheck = Protector.Protect(KnownText) });
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    private IDataProtector Protector => keys.CreateProtector("IamConsole.KeyCheck.v1");

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
