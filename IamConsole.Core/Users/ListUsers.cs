using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

/// <summary>A page of the account's users: keyset paging over the index of names, projected, untracked.</summary>
public sealed class ListUsers(Gate gate)
{
    private const int LargestPage = 100;

    /// <summary>The page behind <see cref="UserQuery.After"/>.</summary>
    public async Task<Result<UserPage>> RunAsync(Caller caller, UserQuery query, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListUsers, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var account = operation.Account.Id;
        var users = operation.Db.Users.AsNoTracking().Where(u => u.AccountId == account && !u.IsRoot);
        var total = await users.CountAsync(ct);
        if (query.After is not null)
        {
            var after = UserName.Normalize(query.After);
            users = users.Where(u => string.Compare(u.NormalizedName, after) > 0);
        }

        if (query.WithoutMfa)
            users = users.Where(u => u.PasswordHash != null && u.VirtualDevices + u.SecurityKeys + u.HardwareTokens == 0);
        if (!string.IsNullOrWhiteSpace(query.Search))
        {
            // Names and paths are ASCII: one upper case serves both, and a control character is in neither.
            var part = UserName.Normalize(query.Search.Trim());
            users = part.Any(char.IsControl) ? users.Where(_ => false)
                : users.Where(u => u.NormalizedName.Contains(part) || u.Path.ToUpper().Contains(part));
        }

        var size = Math.Clamp(query.Size, 1, LargestPage);
        var rows = await users.OrderBy(u => u.NormalizedName).Take(size + 1)
            .Select(u => new UserRow(
                u.Id, u.Name, u.Path, u.SecurityKeys, u.VirtualDevices, u.HardwareTokens,
                u.PasswordHash != null, u.PasswordChangedAt, u.LastSignInAt, u.CreatedAt))
            .ToListAsync(ct);
        var more = rows.Count > size;
        if (more) rows.RemoveAt(size);
        return new UserPage(rows, total, more ? UserName.Normalize(rows[^1].Name) : null);
    }
}
