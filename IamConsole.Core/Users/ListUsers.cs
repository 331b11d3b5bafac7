using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

/// <summary>A page of the account's users: keyset paging over an index in each order, projected, untracked, never counted whole.</summary>
public sealed class ListUsers(Gate gate, TimeProvider clock)
{
    private const int LargestPage = 100;

    /// <summary>The page behind <see cref="UserQuery.After"/>.</summary>
    public async Task<Result<UserPage>> RunAsync(Caller caller, UserQuery query, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListUsers, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account) = (operation.Db, operation.Account.Id);
        var filter = await UserFilter.OfAsync(db, account, query, clock.GetUtcNow(), ct);
        int? matches = query.IsFiltered ? await CountAsync(filter, ct) : null;
        var users = matches <= UserPage.MostCounted && !filter.IsDirect ? Few(filter) : filter.Along();
        var size = Math.Clamp(query.Size, 1, LargestPage);
        var rows = new List<UserRow>(size + 1);
        foreach (var segment in UserOrder.Behind(users, query))
        {
            if (rows.Count > size) break;
            rows.AddRange(await segment.Take(size + 1 - rows.Count).Select(UserRow.Projection).ToListAsync(ct));
        }

        var more = rows.Count > size;
        if (more) rows.RemoveAt(size);
        return new UserPage(
            rows, await TotalAsync(db, account, ct), matches, more ? UserCursor.After(rows[^1], query.Sort) : null);
    }

    /// <summary>Identifier and name of every user that the filters let through, at most ten thousand, by name.</summary>
    internal static async Task<List<(string Id, string Name)>> AllAsync(
        IamDbContext db, string account, UserQuery query, DateTimeOffset now, CancellationToken ct)
    {
        var users = Few(await UserFilter.OfAsync(db, account, query, now, ct)).OrderBy(u => u.NormalizedName).Select(u => new { u.Id, u.Name });
        return [.. (await users.ToListAsync(ct)).Select(u => (u.Id, u.Name))];
    }

    // The limit keeps the databases from walking along the order's index: the hits are found first, then sorted.
    private static IQueryable<IamUser> Few(UserFilter filter) => filter.Narrow().Take(UserPage.MostCounted + 1);

    private static Task<int> CountAsync(UserFilter filter, CancellationToken ct) =>
        filter.Narrow().Select(u => u.Id).Take(UserPage.MostCounted + 1).CountAsync(ct);

    private static async Task<long> TotalAsync(IamDbContext db, string account, CancellationToken ct) =>
        await db.UserCounts.Where(c => c.AccountId == account).SumAsync(c => c.Users, ct);
}
