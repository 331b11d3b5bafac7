using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>"Eligibility": whether the account may order a free security key, rule by rule.</summary>
public sealed class GetSecurityKeyEligibility(Gate gate, TimeProvider clock)
{
    /// <summary>Measures now; nothing is kept.</summary>
    public async Task<Result<KeyEligibility>> RunAsync(Caller caller, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetSecurityKeyEligibility, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var db = operation.Db;
        var rules = await db.KeyProgramRules.AsNoTracking().SingleAsync(ct);
        var country = KeyConditions.CountryOf(operation.Account);
        if (!rules.IsOn) return new KeyEligibility(false, country, [], []);
        var models = await db.KeyModels.AsNoTracking().Where(m => m.IsOffered).OrderBy(m => m.Name)
            .Select(m => new KeyModelChoice(m.Id, m.Name, m.Description, m.Stock > 0)).ToListAsync(ct);
        return new KeyEligibility(true, country, await KeyConditions.OfAsync(operation, rules, clock.GetUtcNow(), ct), models);
    }
}
