using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>The operator records a figure of an account, for a rule that asks for it.</summary>
public sealed class RecordFigure(IDbContextFactory<IamDbContext> databases, TimeProvider clock, AuditTrailWriter audit)
{
    /// <summary>Records; an older figure of the same name is replaced.</summary>
    /// <param name="accountIdOrAlias">The account.</param>
    /// <param name="name">The figure's name, in any case.</param>
    /// <param name="value">Whole units, from 0.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> RunAsync(string accountIdOrAlias, string name, long value, CancellationToken ct)
    {
        accountIdOrAlias = TypedAccount.Normalize(accountIdOrAlias);
        if (value < 0) return KeyProgramErrors.InvalidFigure;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountIdOrAlias || a.Alias == accountIdOrAlias, ct);
        if (account is null) return KeyProgramErrors.NoSuchAccount;
        if (FigureName.In(await db.FigureMinimums.AsNoTracking().ToListAsync(ct), name) is not { } rule) return KeyProgramErrors.NoSuchFigure;
        var now = clock.GetUtcNow();
        var figure = await db.RecordedFigures.SingleOrDefaultAsync(f => f.AccountId == account.Id && f.Name == rule.Name, ct);
        var before = figure?.Value;
        if (figure is null)
            db.RecordedFigures.Add(new RecordedFigure { AccountId = account.Id, Name = rule.Name, Value = value, RecordedAt = now });
        else (figure.Value, figure.RecordedAt) = (value, now);
        audit.Write(db, "PutSecurityKeyFigure", AuditActor.Operator, ClientInfo.Operator, account.Id, details: new { name = rule.Name, before, after = value });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Success();
    }
}
