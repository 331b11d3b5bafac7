using Microsoft.EntityFrameworkCore.Storage;

namespace IamConsole.Core.Persistence;

/// <param name="db">Whose change it is.</param>
/// <param name="transaction">The database's.</param>
/// <param name="writer">A place that this transaction has had from its beginning and gives back at its end, once.</param>
/// <param name="chainTurn">A place that it takes before it holds the end of the audit trail's chain.</param>
internal sealed class WriteTransaction(
    IamDbContext db, IDbContextTransaction transaction, SemaphoreSlim? writer = null, SemaphoreSlim? chainTurn = null) : IWriteTransaction
{
    // As long as a writer of SQLite waits for his place.
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private bool _disposed;

    public async Task CommitAsync(CancellationToken ct)
    {
        if (!db.HasUnchainedAudit) await EndAsync(ct);
        else await ChainAndCommitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever disposes twice must not give back a place that somebody else has by now.
        if (Interlocked.Exchange(ref _disposed, true)) return;
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
        try
        {
            await ChainInTurnAsync(ct);
            await db.AwaitDiskAsync();
        }
        catch (Exception lost) when (db.LastChained is not null && PassingFault.IsBrokenConnection(lost))
        {
            // The trail knows: this change's last row is in it, or nothing of the change is.
            if (await db.WasCommittedAsync(db.LastChained) is not { } committed) throw new OutcomeUnknownException(lost);
            if (!committed) throw new DatabaseBusyException(lost);
        }
    }

    private async Task ChainInTurnAsync(CancellationToken ct)
    {
        if (chainTurn is not null && !await chainTurn.WaitAsync(Patience, ct)) throw new DatabaseBusyException();
        try
        {
            await db.ChainAuditAsync(ct);
            await transaction.CommitAsync(CancellationToken.None);
        }
        finally
        {
            chainTurn?.Release();
        }
    }

    // Cut off, a commit may be made or not: it is not cancelled once it was sent.
    private async Task EndAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception lost) when (PassingFault.IsBrokenConnection(lost))
        {
            throw new OutcomeUnknownException(lost);
        }
    }
}
