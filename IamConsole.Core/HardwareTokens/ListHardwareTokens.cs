using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.HardwareTokens;

/// <summary>A page of the tokens that an account can use or has, by serial number: keyset paging, projected, untracked.</summary>
public sealed class ListHardwareTokens(Gate gate, TimeProvider clock)
{
    private const int LargestPage = 100;
    private const int MostVendors = 50;

    /// <summary>The page behind <see cref="TokenQuery.After"/>.</summary>
    public async Task<Result<TokenPage>> RunAsync(Caller caller, TokenQuery query, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListHardwareTokens, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account, now) = (operation.Db, operation.Account, clock.GetUtcNow());
        var parts = await TokenFilter.OfAsync(db, account, query, now, ct);
        var size = Math.Clamp(query.Size, 1, LargestPage);
        var found = new List<HardwareToken>(2 * (size + 1));
        foreach (var part in parts) found.AddRange(await Ordered(part, query).Take(size + 1).Select(Shown).ToListAsync(ct));
        found.Sort((left, right) => string.CompareOrdinal(left.NormalizedSerial, right.NormalizedSerial) * (query.Descending ? -1 : 1));
        var more = found.Count > size;
        var rows = found.Take(size).ToList();
        var everything = await TokenFilter.OfAsync(db, account, new TokenQuery(), now, ct);
        return new TokenPage(
            await RowsAsync(db, rows, TokenFilter.Day(now), ct),
            await CountAsync(everything, ct),
            query.IsFiltered ? await CountAsync(parts, ct) : null,
            more ? rows[^1].NormalizedSerial : null,
            await VendorsAsync(db, account.Partition, ct));
    }

    /// <summary>Identifier and serial number of the chosen tokens, or of every one that the filters let through: at most ten thousand and one.</summary>
    internal static async Task<List<(string Id, string Serial)>> AllAsync(
        IamDbContext db, Accounts.Account account, TokenQuery query, IReadOnlyCollection<string>? chosen, DateTimeOffset now, CancellationToken ct)
    {
        var parts = chosen is null ? await TokenFilter.OfAsync(db, account, query, now, ct)
            : [TokenFilter.Visible(db, account).Where(t => chosen.Contains(t.Id))];
        var all = new List<(string Id, string Serial)>();
        foreach (var part in parts)
        {
            var rows = await part.OrderBy(t => t.NormalizedSerial).Take(TokenPage.MostCounted + 1).Select(t => new { t.Id, t.Serial }).ToListAsync(ct);
            all.AddRange(rows.Select(t => (t.Id, t.Serial)));
        }

        return all;
    }

    // Not the seed: it stays in the database.
    internal static System.Linq.Expressions.Expression<Func<HardwareToken, HardwareToken>> Shown => t => new HardwareToken
    {
        Id = t.Id,
        Partition = t.Partition,
        Serial = t.Serial,
        NormalizedSerial = t.NormalizedSerial,
        ProtectedSeed = Array.Empty<byte>(),
        Algorithm = t.Algorithm,
        Digits = t.Digits,
        PeriodSeconds = t.PeriodSeconds,
        Vendor = t.Vendor,
        Form = t.Form,
        State = t.State,
        UserId = t.UserId,
        ImportedAt = t.ImportedAt,
        ExpiresOn = t.ExpiresOn,
    };

    private static IQueryable<HardwareToken> Ordered(IQueryable<HardwareToken> tokens, TokenQuery query)
    {
        if (query.After is { } after && !after.Any(char.IsControl) && !after.Any(char.IsSurrogate))
            tokens = query.Descending
                ? tokens.Where(t => string.Compare(t.NormalizedSerial, after) < 0)
                : tokens.Where(t => string.Compare(t.NormalizedSerial, after) > 0);
        return query.Descending ? tokens.OrderByDescending(t => t.NormalizedSerial) : tokens.OrderBy(t => t.NormalizedSerial);
    }

    internal static async Task<List<TokenRow>> RowsAsync(IamDbContext db, List<HardwareToken> tokens, DateOnly today, CancellationToken ct)
    {
        var ids = tokens.Select(t => t.UserId).OfType<string>().Distinct().ToList();
        var users = await db.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.Name, u.IsRoot }).ToDictionaryAsync(u => u.Id, ct);
        return tokens.ConvertAll(t =>
        {
            var user = t.UserId is null ? null : users.GetValueOrDefault(t.UserId);
            return new TokenRow(
                t.Id, t.Serial, t.Vendor, t.Form, t.Partition, t.StateOn(today), user?.Name, user?.IsRoot == true, t.ImportedAt, t.ExpiresOn);
        });
    }

    private static async Task<int> CountAsync(IReadOnlyList<IQueryable<HardwareToken>> parts, CancellationToken ct)
    {
        var count = 0;
        foreach (var part in parts)
            if (count <= TokenPage.MostCounted) count += await part.Select(t => t.Id).Take(TokenPage.MostCounted + 1 - count).CountAsync(ct);
        return count;
    }

    // One seek for each maker, however many tokens: the next name behind the last one found.
    private static async Task<List<string>> VendorsAsync(IamDbContext db, string partition, CancellationToken ct)
    {
        var vendors = new List<string>();
        for (var last = ""; vendors.Count < MostVendors; vendors.Add(last))
        {
            var next = await db.HardwareTokens.Where(t => t.Partition == partition && string.Compare(t.Vendor, last) > 0)
                .OrderBy(t => t.Vendor).Select(t => t.Vendor).FirstOrDefaultAsync(ct);
            if (next is null) break;
            last = next;
        }

        return vendors;
    }
}
