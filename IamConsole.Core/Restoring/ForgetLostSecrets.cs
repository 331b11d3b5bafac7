using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Notices;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Restoring;

/// <summary>
/// The operator's way out when keys of the key ring are lost for good: what they had encrypted goes, and the database is tied
/// to the ring that is there. The trail names every device.
/// </summary>
public sealed class ForgetLostSecrets(
    IDbContextFactory<IamDbContext> databases, SealedSecrets secrets, KeyRingCheck ring, SeedProtector seeds, AuditTrailWriter audit, TimeProvider clock)
{
    /// <summary>Lists what is lost, or removes it.</summary>
    /// <exception cref="AuditTrailException">The audit trail must be taken care of first.</exception>
    public async Task<LostSecrets> RunAsync(bool remove, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var (devices, names, tokens, rows, addresses) = (new List<MfaDevice>(), new List<string>(), 0, 0, 0);
        var lost = await secrets.FindLostAsync(db, ct);
        foreach (var key in lost)
        {
            devices.AddRange(await db.MfaDevices.FromSqlRaw(SealedTable.Devices.Of, key).OrderBy(d => d.Id).ToListAsync(ct));
            tokens += await db.HardwareTokens.FromSqlRaw(SealedTable.Tokens.Of, key).CountAsync(ct);
            rows += await db.ConsignmentRows.FromSqlRaw(SealedTable.ConsignmentRows.Of, key).CountAsync(ct);
            addresses += await db.KeyOrders.FromSqlRaw(SealedTable.Orders.Of, key).CountAsync(ct);
        }

        await db.LockUsersAsync([.. devices.Select(d => d.UserId).Distinct()], ct);
        foreach (var device in devices) names.Add(await NameAsync(db, device, remove, ct));
        var found = new LostSecrets(lost.Count, names, tokens, rows, addresses);
        if (!remove || (lost.Count == 0 && await ring.OpensAsync(db, ct))) return found;
        await db.SaveChangesAsync(ct);
        foreach (var key in lost) await RemoveAsync(db, key, ct);
        await db.Installations.ExecuteDeleteAsync(ct);
        await ring.TieAsync(db, ct);
        audit.Write(db, "KeyRingRenewed", AuditActor.Operator, ClientInfo.Operator, accountId: null, details: found);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return found;
    }

    private async Task<string> NameAsync(IamDbContext db, MfaDevice device, bool remove, CancellationToken ct)
    {
        var user = await db.Users.SingleAsync(u => u.Id == device.UserId, ct);
        if (remove) await RemoveAsync(db, device, user, ct);
        return $"{device.AccountId} {user.Name} {device.Name}";
    }

    private async Task RemoveAsync(IamDbContext db, MfaDevice device, IamUser user, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var account = await db.Accounts.SingleAsync(a => a.Id == device.AccountId, ct);
        await RemoveMfaDevice.FreeAsync(db, account, device, now, AuditActor.Operator.Name!, user.Name, ct);
        await DeviceChange.CountAsync(db, user.Id, device.Kind, -1, ct);
        db.MfaDevices.Remove(device);
        user.RenewSecurityStamp();
        db.Tell(user, now, $"The MFA device {device.Name} was removed by the operator of this console, because the key to its secret is lost. Assign it again.", ClientInfo.Operator);
        audit.Write(db, "DeactivateMFADevice", AuditActor.Operator, ClientInfo.Operator, account.Id, target: device.Identifier, deviceId: device.Id,
            details: new { userName = user.Name, deviceName = device.Name, kind = device.Kind.ToString(), because = "KeyRingKeyLost" });
    }

    private async Task RemoveAsync(IamDbContext db, byte[] key, CancellationToken ct)
    {
        // A token that is somebody's device is in his device's keeping, whose secret opens.
        foreach (var token in await db.HardwareTokens.FromSqlRaw(SealedTable.Tokens.Of, key).AsNoTracking().Where(t => t.DeviceId != null).ToListAsync(ct))
            if (await db.MfaDevices.AsNoTracking().SingleOrDefaultAsync(d => d.Id == token.DeviceId, ct) is { } device)
                await SealAnewAsync(db, token, seeds.OfDevice(device.AccountId, device.Id, device.ProtectedSeed!), ct);
        var tokens = db.HardwareTokens.FromSqlRaw(SealedTable.Tokens.Of, key).Select(t => t.Id);
        await db.HardwareTokens.Where(t => tokens.Contains(t.Id)).ExecuteDeleteAsync(ct);
        var rows = db.ConsignmentRows.FromSqlRaw(SealedTable.ConsignmentRows.Of, key);
        await db.ConsignmentRows.Where(r => rows.Any(l => l.ConsignmentId == r.ConsignmentId && l.Number == r.Number)).ExecuteDeleteAsync(ct);
        var orders = db.KeyOrders.FromSqlRaw(SealedTable.Orders.Of, key).Select(o => o.Number);
        await db.KeyOrders.Where(o => orders.Contains(o.Number))
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.ProtectedAddress, (byte[]?)null), ct);
    }

    private Task<int> SealAnewAsync(IamDbContext db, HardwareToken token, TotpSecret secret, CancellationToken ct)
    {
        var seed = seeds.ForToken(token.Partition, token.Id, secret);
        return db.HardwareTokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.ProtectedSeed, seed), ct);
    }
}
