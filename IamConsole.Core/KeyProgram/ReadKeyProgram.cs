using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>Rules and stock, for the operator.</summary>
public sealed class ReadKeyProgram(IDbContextFactory<IamDbContext> databases)
{
    /// <summary>As they are now.</summary>
    public async Task<KeyProgramOverview> RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rules = await db.KeyProgramRules.AsNoTracking().SingleAsync(ct);
        return new KeyProgramOverview(
            rules.IsOn, rules.CountryCodes(), rules.PeriodDays, await db.FigureMinimums.AsNoTracking().OrderBy(m => m.Name).ToListAsync(ct),
            await db.KeyModels.AsNoTracking().Where(m => m.IsOffered).OrderBy(m => m.Id).ToListAsync(ct));
    }
}
