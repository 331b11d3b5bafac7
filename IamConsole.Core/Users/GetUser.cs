using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

/// <summary>Reads one user.</summary>
public sealed class GetUser(Gate gate)
{
    /// <summary>By identifier; an identifier of another account is unknown here.</summary>
    public async Task<Result<UserDetail>> RunAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetUser, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (user, account) = (operation.Target, operation.Account);
        return new UserDetail(
            UserRow.Of(user), user.ArnIn(account), user.IsRoot, user.Email, user.MustChangePassword,
            account.Id, account.Name, account.Label, account.Partition, operation.IsOnOneself);
    }

    /// <summary>By name, as the address bar has it. Root has no page among the users.</summary>
    public async Task<Result<UserDetail>> RunByNameAsync(Caller caller, string userName, CancellationToken ct)
    {
        string? id;
        await using (var operation = await gate.EnterAsync(caller, ct))
        {
            if (operation.Refusal is { } refusal) return refusal;
            var (account, name) = (operation.Account.Id, UserName.Normalize(userName));
            id = !UserName.IsValid(userName) ? null : await operation.Db.Users.Where(u => u.AccountId == account && !u.IsRoot && u.NormalizedName == name)
                .Select(u => u.Id).SingleOrDefaultAsync(ct);
        }

        // An unknown name asks the gate as well, so that who may not look learns nothing about names.
        return await RunAsync(caller, id ?? "unknown", ct);
    }
}
