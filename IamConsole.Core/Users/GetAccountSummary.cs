using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

/// <summary>The dashboard's figures, each from the counters on the users' rows.</summary>
public sealed class GetAccountSummary(Gate gate)
{
    /// <summary>The caller's account; figures only for administrators.</summary>
    public async Task<Result<AccountSummary>> RunAsync(Caller caller, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetAccountSummary, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account, me) = (operation.Db, operation.Account, operation.User);
        int? rootDevices = null;
        AccountFigures? figures = null;
        if (operation.SeesEverybody)
        {
            if (Partition.AllowsRootSignIn(account.Partition))
                rootDevices = await db.Users.Where(u => u.AccountId == account.Id && u.IsRoot)
                    .Select(u => u.SecurityKeys + u.VirtualDevices + u.HardwareTokens).SingleAsync(ct);
            figures = await FiguresAsync(operation, ct);
        }

        return new AccountSummary(
            account.Id, account.Alias, account.Name, account.Partition,
            new DeviceCounts(me.SecurityKeys, me.VirtualDevices, me.HardwareTokens), rootDevices, figures);
    }

    private static async Task<AccountFigures> FiguresAsync(Operation operation, CancellationToken ct)
    {
        var account = operation.Account;
        var counted = await operation.Db.Users.Where(u => u.AccountId == account.Id && !u.IsRoot)
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Users = g.Count(),
                WithMfa = g.Count(u => u.SecurityKeys + u.VirtualDevices + u.HardwareTokens > 0),
                WithoutMfa = g.Count(u => u.PasswordHash != null && u.SecurityKeys + u.VirtualDevices + u.HardwareTokens == 0),
                Devices = g.Sum(u => u.SecurityKeys + u.VirtualDevices + u.HardwareTokens),
                Keys = g.Count(u => u.PasswordHash != null && u.SecurityKeys > 0),
                Hardware = g.Count(u => u.PasswordHash != null && u.SecurityKeys == 0 && u.HardwareTokens > 0),
                Virtual = g.Count(u => u.PasswordHash != null && u.SecurityKeys == 0 && u.HardwareTokens == 0 && u.VirtualDevices > 0),
            })
            .SingleOrDefaultAsync(ct);
        var stock = await operation.Db.HardwareTokens.CountAsync(t => t.Partition == account.Partition && t.DeviceId == null, ct);
        return counted is null
            ? new AccountFigures(0, 0, 0, 0, stock, new DeviceCounts(0, 0, 0))
            : new AccountFigures(counted.Users, counted.WithMfa, counted.WithoutMfa, counted.Devices, stock,
                new DeviceCounts(counted.Keys, counted.Virtual, counted.Hardware));
    }
}
