using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Passkeys;

/// <summary>
/// The account's security keys whose model the FIDO metadata report, or of which there may be a copy. Two indexes hold just
/// these, so that the answer costs what it lists.
/// </summary>
public sealed class ListDoubtfulKeys(Gate gate)
{
    /// <summary>As many are listed.</summary>
    public const int Most = 20;

    /// <summary>The first of them, by user and name; root's are shown to root alone.</summary>
    public async Task<Result<DoubtfulKeys>> RunAsync(Caller caller, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListMfaDevices, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, accountId, isRoot) = (operation.Db, operation.Account.Id, operation.User.IsRoot);
        var devices = db.MfaDevices.AsNoTracking().Where(d => d.AccountId == accountId);
        var reported = await RowsAsync(devices.Where(d => d.ModelStatus != null));
        var cloned = await RowsAsync(devices.Where(d => d.CloneSuspectedAt != null));
        var rows = reported.Concat(cloned).DistinctBy(k => k.DeviceId)
            .OrderBy(k => k.UserName, StringComparer.OrdinalIgnoreCase).ThenBy(k => k.DeviceName, StringComparer.OrdinalIgnoreCase).ToList();
        return new DoubtfulKeys([.. rows.Take(Most)], rows.Count > Most);

        Task<List<DoubtfulKey>> RowsAsync(IQueryable<MfaDevice> some) => some
            .Join(db.Users, d => d.UserId, u => u.Id, (d, u) => new { Device = d, User = u }).Where(p => isRoot || !p.User.IsRoot)
            .OrderBy(p => p.User.Name).ThenBy(p => p.Device.Name).Take(Most + 1)
            .Select(p => new DoubtfulKey(
                p.Device.Id, p.Device.Name, p.User.Name, p.User.IsRoot, p.Device.IsModelProven ? p.Device.Model : null,
                p.Device.ModelStatus, p.Device.CloneSuspectedAt))
            .ToListAsync(ct);
    }
}
