using System.Linq.Expressions;
using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>Measures an account by the rules: for its page, and again in the transaction that orders.</summary>
internal static class KeyConditions
{
    public static Country CountryOf(Account account) =>
        Countries.All.FirstOrDefault(c => c.Code == account.Country) ?? new Country(account.Country, account.Country);

    public static async Task<IReadOnlyList<KeyCondition>> OfAsync(
        Operation operation, KeyProgramRules rules, DateTimeOffset now, CancellationToken ct)
    {
        var (db, account) = (operation.Db, operation.Account);
        var conditions = new List<KeyCondition> { new(KeyConditionKind.Root, operation.User.IsRoot) };
        var figures = await db.RecordedFigures.AsNoTracking().Where(f => f.AccountId == account.Id).ToListAsync(ct);
        foreach (var rule in await db.FigureMinimums.AsNoTracking().OrderBy(m => m.Name).ToListAsync(ct))
        {
            var figure = figures.Find(f => f.Name == rule.Name);
            conditions.Add(new KeyCondition(KeyConditionKind.Figure, figure?.Value >= rule.Minimum)
            {
                Name = rule.Name,
                Limit = rule.Minimum,
                Value = figure?.Value,
                At = figure?.RecordedAt,
            });
        }

        conditions.Add(new KeyCondition(KeyConditionKind.Country, rules.Serves(account.Country)) { Name = CountryOf(account).Name });
        var last = await db.KeyOrders.AsNoTracking().Where(o => o.AccountId == account.Id).Where(Counts(now.AddDays(-rules.PeriodDays)))
            .OrderByDescending(o => o.Number).FirstOrDefaultAsync(ct);
        conditions.Add(new KeyCondition(KeyConditionKind.Period, last is null) { Name = last?.Label, Limit = rules.PeriodDays, At = last?.PlacedAt });
        return conditions;
    }

    // What was rejected or cancelled costs nobody his key; what is under way counts however old it is.
    private static Expression<Func<KeyOrder, bool>> Counts(DateTimeOffset since) => o =>
        o.OpenAccountId != null || (o.State == KeyOrderState.Delivered && o.PlacedAt > since);
}
