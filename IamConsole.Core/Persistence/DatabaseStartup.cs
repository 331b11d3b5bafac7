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

    /// <summary>Migrates, then checks the key ring.</summary>
    /// <exception cref="KeyRingMismatchException">The key ring is missing or another one: nothing was changed.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.MigrateAsync(ct);
        var protector = keys.CreateProtector("IamConsole.KeyCheck.v1");
        await using var transaction = await db.BeginWriteAsync(ct);
        if (await db.Installations.AsNoTracking().SingleOrDefaultAsync(ct) is not { } installation)
        {
            db.Installations.Add(new Installation { KeyCheck = protector.Protect(KnownText) });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return;
        }

        try
        {
            if (!protector.Unprotect(installation.KeyCheck).AsSpan().SequenceEqual(KnownText)) throw new KeyRingMismatchException(null);
        }
        catch (CryptographicException error)
        {
            throw new KeyRingMismatchException(error);
        }
    }
}
