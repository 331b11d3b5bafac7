using Microsoft.EntityFrameworkCore.Storage;

namespace IamConsole.Core.Persistence;

internal sealed class WriteTransaction(IamDbContext db, IDbContextTransaction transaction, SemaphoreSlim? writer = null) : IWriteTransaction
{
    public async Task CommitAsync(CancellationToken ct)
    {
        var chained = await db.ChainAuditAsync(ct);
        await transaction.CommitAsync(ct);
        if (chained) await db.AwaitDiskAsync();
    }

    public async ValueTask DisposeAsync()
    {
        db.ForgetUnchainedAudit();
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            writer?.Release();
        }
    }
}
