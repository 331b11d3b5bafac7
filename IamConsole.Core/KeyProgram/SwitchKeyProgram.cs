using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>The operator switches the program on or off. Off, nothing can be ordered; open orders go on.</summary>
public sealed class SwitchKeyProgram(IDbContextFactory<IamDbContext> databases, AuditTrailWriter audit)
{
    /// <summary>Switches; doing it twice changes nothing.</summary>
    public async Task RunAsync(bool on, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await db.KeyProgramRules.ExecuteUpdateAsync(s => s.SetProperty(r => r.IsOn, on), ct);
        audit.Write(db, "UpdateSecurityKeyProgram", AuditActor.Operator, ClientInfo.Operator, accountId: null, details: new { on });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
