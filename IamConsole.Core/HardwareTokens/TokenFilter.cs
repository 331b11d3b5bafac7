using IamConsole.Core.Accounts;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.HardwareTokens;

/// <summary>
/// What an account sees of its partition: the common stock and its own, as two queries, because each walks an index in the
/// order of serial numbers and one with "or" would not.
/// </summary>
internal static class TokenFilter
{
    public static async Task<IReadOnlyList<IQueryable<HardwareToken>>> OfAsync(
        IamDbContext db, Account account, TokenQuery query, DateTimeOffset now, CancellationToken ct)
    {
        var tokens = Narrow(db.HardwareTokens.AsNoTracking().Where(t => t.Partition == account.Partition), query, Day(now));
        if (!string.IsNullOrWhiteSpace(query.Search))
        {
            var serial = HardwareToken.Normalize(query.Search);
            if (serial.Any(char.IsControl) || serial.Any(char.IsSurrogate)) return [];
            var name = UserName.Normalize(query.Search);
            var user = await db.Users.Where(u => u.AccountId == account.Id && u.NormalizedName == name && !u.IsRoot)
                .Select(u => u.Id).SingleOrDefaultAsync(ct);
            if (user is not null) return [tokens.Where(t => t.AccountId == account.Id && t.UserId == user)];

            // Serials are compared byte by byte, so the serials with this beginning lie between it and it with the last character of all.
            var end = serial + "\uFFFF";
            tokens = tokens.Where(t => string.Compare(t.NormalizedSerial, serial) >= 0 && string.Compare(t.NormalizedSerial, end) < 0);
        }

        return [tokens.Where(t => t.AccountId == null), tokens.Where(t => t.AccountId == account.Id)];
    }

    /// <summary>Everything the account sees.</summary>
    public static IQueryable<HardwareToken> Visible(IamDbContext db, Account account) =>
        db.HardwareTokens.Where(t => t.Partition == account.Partition && (t.AccountId == null || t.AccountId == account.Id));

    public static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private static IQueryable<HardwareToken> Narrow(IQueryable<HardwareToken> tokens, TokenQuery query, DateOnly today)
    {
        if (query.Vendor is { Length: > 0 } vendor) tokens = tokens.Where(t => t.Vendor == vendor);
        if (query.Form is { } form) tokens = tokens.Where(t => t.Form == form);
        if (query.ExpiresWithin is { } days)
        {
            var last = today.AddDays(Math.Clamp(days, 0, 36_500));
            tokens = tokens.Where(t => t.ExpiresOn >= today && t.ExpiresOn <= last);
        }

        return query.State switch
        {
            null => tokens,
            TokenState.Expired => tokens.Where(t => t.ExpiresOn < today && t.State != TokenState.Lost && t.State != TokenState.Retired),
            TokenState.Lost or TokenState.Retired => tokens.Where(t => t.State == query.State),
            _ => tokens.Where(t => t.State == query.State && (t.ExpiresOn == null || t.ExpiresOn >= today)),
        };
    }
}
