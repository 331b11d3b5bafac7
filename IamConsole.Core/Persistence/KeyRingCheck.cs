using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Persistence;

/// <summary>The tie between the database and the key ring its secrets were encrypted with.</summary>
public sealed class KeyRingCheck(IDataProtectionProvider keys)
{
    internal const string Purpose = "IamConsole.KeyCheck.v1";

    private static readonly byte[] KnownText = Encoding.ASCII.GetBytes("IAM Console");

    private IDataProtector Protector => keys.CreateProtector(Purpose);

    /// <summary>Ties a database that is not tied yet, in the caller's transaction.</summary>
    public async Task TieAsync(IamDbContext db, CancellationToken ct)
    {
        if (await db.Installations.AnyAsync(ct)) return;
        db.Installations.Add(new Installation { KeyCheck = Protector.Protect(KnownText) });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Whether the ring opens what tied the database to it; true for one that is not tied yet.</summary>
    public async Task<bool> OpensAsync(IamDbContext db, CancellationToken ct)
    {
        // The table is as old as the first migration; a database whose very first start was cut off has no row yet.
        if (await db.Installations.AsNoTracking().OrderBy(i => i.Id).FirstOrDefaultAsync(ct) is not { } installation) return true;
        try
        {
            return Protector.Unprotect(installation.KeyCheck).AsSpan().SequenceEqual(KnownText);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
