using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>The operator says who gets a key: by country, by recorded figures, how often.</summary>
public sealed class SetKeyProgramRules(IDbContextFactory<IamDbContext> databases, AuditTrailWriter audit)
{
    /// <summary>Changes what is named; all of it or nothing. Orders already placed keep their state.</summary>
    public async Task<Result> RunAsync(WantedKeyRules wanted, CancellationToken ct)
    {
        if (wanted.Countries?.All(Countries.IsValid) is false) return KeyProgramErrors.InvalidCountry;
        if (wanted.PeriodDays is < 1 or > 3650) return KeyProgramErrors.InvalidPeriod;
        var minimums = wanted.Minimums ?? new Dictionary<string, long>();
        if (minimums.Any(m => !FigureName.IsValid(m.Key) || m.Value < 0)) return KeyProgramErrors.InvalidFigure;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        if (wanted.Countries is not null)
        {
            var countries = string.Join(' ', wanted.Countries.Distinct().Order(StringComparer.Ordinal));
            await db.KeyProgramRules.ExecuteUpdateAsync(s => s.SetProperty(r => r.Countries, countries), ct);
        }

        if (wanted.PeriodDays is { } days) await db.KeyProgramRules.ExecuteUpdateAsync(s => s.SetProperty(r => r.PeriodDays, days), ct);
        var known = await db.FigureMinimums.ToListAsync(ct);
        foreach (var (name, minimum) in minimums)
        {
            if (FigureName.In(known, name) is { } rule) rule.Minimum = minimum;
            else db.FigureMinimums.Add(new FigureMinimum { Name = name, Minimum = minimum });
        }

        foreach (var name in wanted.Dropped ?? [])
        {
            if (FigureName.In(known, name) is not { } rule) return KeyProgramErrors.NoSuchFigure;
            db.FigureMinimums.Remove(rule);
        }

        audit.Write(db, "UpdateSecurityKeyProgram", AuditActor.Operator, ClientInfo.Operator, accountId: null,
            details: new { countries = wanted.Countries, periodDays = wanted.PeriodDays, minimums = wanted.Minimums, dropped = wanted.Dropped });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Success();
    }
}
