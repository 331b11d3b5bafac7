using System.Security.Cryptography;
using IamConsole.Core.KeyProgram;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Restoring;

/// <summary>
/// What lies in the database encrypted, by the key of the ring it was encrypted with. A ring of an earlier day lacks the
/// newest keys, and what was encrypted with them opens no more: better known at the start than at somebody's sign-in.
/// </summary>
public sealed class SealedSecrets(SeedProtector seeds, AddressProtector addresses)
{
    // Each secret begins with these four bytes and the key's sixteen. Anything else is one damaged row and no lost key.
    internal static readonly byte[] Magic = [0x09, 0xF0, 0xC9, 0xF0];

    // Of so many rows one opens if the key is there, unless every one was tampered with.
    private const int Samples = 3;

    /// <summary>The keys with which something was encrypted and that open nothing, sixteen bytes each.</summary>
    public async Task<IReadOnlyList<byte[]>> FindLostAsync(IamDbContext db, CancellationToken ct)
    {
        var devices = await KeysAsync(db, SealedTable.Devices, ct);
        var tokens = await KeysAsync(db, SealedTable.Tokens, ct);
        var rows = await KeysAsync(db, SealedTable.ConsignmentRows, ct);
        var orders = await KeysAsync(db, SealedTable.Orders, ct);
        var lost = new List<byte[]>();
        foreach (var key in devices.Concat(tokens).Concat(rows).Concat(orders).DistinctBy(Convert.ToHexString))
            if (!await OpensAnyAsync(db, key, ct)) lost.Add(key);
        return lost;
    }

    private static async Task<List<byte[]>> KeysAsync(IamDbContext db, SealedTable table, CancellationToken ct) =>
        await db.Database.SqlQueryRaw<byte[]>(table.Keys, Magic).ToListAsync(ct);

    private async Task<bool> OpensAnyAsync(IamDbContext db, byte[] key, CancellationToken ct)
    {
        var devices = await db.MfaDevices.FromSqlRaw(SealedTable.Devices.Of, key).AsNoTracking().Take(Samples).ToListAsync(ct);
        if (devices.Exists(d => Opens(() => seeds.OfDevice(d.AccountId, d.Id, d.ProtectedSeed!)))) return true;
        var tokens = await db.HardwareTokens.FromSqlRaw(SealedTable.Tokens.Of, key).AsNoTracking().Take(Samples).ToListAsync(ct);
        if (tokens.Exists(t => Opens(() => seeds.OfToken(t.Partition, t.Id, t.ProtectedSeed)))) return true;
        var rows = await db.ConsignmentRows.FromSqlRaw(SealedTable.ConsignmentRows.Of, key).AsNoTracking()
            .Join(db.Consignments, r => r.ConsignmentId, c => c.Id, (r, c) => new { r.TokenId, r.ProtectedSeed, c.Partition })
            .Take(Samples).ToListAsync(ct);
        if (rows.Exists(r => r.TokenId is not null && Opens(() => seeds.OfToken(r.Partition, r.TokenId, r.ProtectedSeed!)))) return true;
        var orders = await db.KeyOrders.FromSqlRaw(SealedTable.Orders.Of, key).AsNoTracking().Take(Samples).ToListAsync(ct);
        return orders.Exists(o => Opens(() => addresses.Unprotect(o.AccountId, o.Number, o.ProtectedAddress!)));
    }

    internal static bool Opens(Func<object> open)
    {
        try
        {
            _ = open();
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
