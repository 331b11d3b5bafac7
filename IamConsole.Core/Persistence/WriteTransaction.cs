using Microsoft.EntityFrameworkCore.Storage;

namespace IamConsole.Core.Persistence;

/// <param name="db">Whose change it is.</param>
/// <param name="transaction">The database's.</param>
/// <param name="writer">A place that this transaction has had from its beginning and gives back at its end.</param>
/// <param name="chainTurn">A place that it takes before it holds the end of the audit trail's chain.</param>
internal sealed class WriteTransaction(
    IamDbContext db, IDbContextTransaction transaction, SemaphoreSlim? writer = null, SemaphoreSlim? chainTurn = null) : IWriteTransaction
{
    // As long as a writer of SQLite waits for his place.
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task CommitAsync(CancellationToken ct)
    {
        if (!db.HasUnchainedAudit)
        {
            await transaction.CommitAsync(ct);
            return;
        }

        await ChainAndCommitAsync(ct);
        await db.AwaitDiskAsync();
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

    private async Task ChainAndCommitAsync(CancellationToken ct)
    {
        if (chainTurn is not null && !await chainTurn.WaitAsync(Patience, ct)) throw new DatabaseBusyException();
        try
        {
            await db.ChainAuditAsync(ct);
            await transaction.CommitAsync(ct);
        }
        finally
        {
            chainTurn?.Release();
        }
    }
}
