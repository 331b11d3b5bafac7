using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>The operator puts keys into the stock, or takes keys out that nobody has ordered.</summary>
public sealed class ChangeKeyStock(IDbContextFactory<IamDbContext> databases, AuditTrailWriter audit)
{
    /// <summary>By a difference and one conditional update, so that orders placed meanwhile are not forgotten.</summary>
    public async Task<Result> RunAsync(string id, int difference, CancellationToken ct)
    {
        if (Math.Abs((long)difference) > AddKeyModel.LargestStock) return KeyProgramErrors.StockTooLow;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var models = db.KeyModels.Where(m => m.Id == id && m.IsOffered);
        if (await models.Where(m => m.Stock + difference >= 0 && m.Stock + difference <= AddKeyModel.LargestStock)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.Stock, m => m.Stock + difference), ct) == 0)
            return await models.AnyAsync(ct) ? KeyProgramErrors.StockTooLow : KeyProgramErrors.NoSuchModel;
        audit.Write(db, "UpdateSecurityKeyStock", AuditActor.Operator, ClientInfo.Operator, accountId: null, target: id, details: new { difference });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Success();
    }
}
