using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>The operator no longer offers a model. Orders of it go on.</summary>
public sealed class RemoveKeyModel(IDbContextFactory<IamDbContext> databases, AuditTrailWriter audit)
{
    /// <summary>Removes.</summary>
    public async Task<Result> RunAsync(string id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        if (await db.KeyModels.Where(m => m.Id == id && m.IsOffered).ExecuteUpdateAsync(s => s.SetProperty(m => m.IsOffered, false), ct) == 0)
            return KeyProgramErrors.NoSuchModel;
        audit.Write(db, "DeleteSecurityKeyModel", AuditActor.Operator, ClientInfo.Operator, accountId: null, target: id);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Success();
    }
}
