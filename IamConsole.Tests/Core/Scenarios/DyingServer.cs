using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IamConsole.Tests.Core.Scenarios;

/// <summary>
/// A server that is killed at one of its commits: at the last moment before it, or right after it. From then on the database
/// hears nothing of it, so that no clean-up in the code can help; what was not committed is rolled back, as for a lost client.
/// </summary>
internal sealed class DyingServer(int commits, bool afterCommit = false) : IDbTransactionInterceptor, IDbCommandInterceptor
{
    private int _left = commits;

    private bool IsDead => Volatile.Read(ref _left) <= 0;

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        ThrowIfDead();
        if (!afterCommit && Interlocked.Decrement(ref _left) <= 0) throw new ServerDiedException();
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (afterCommit && Interlocked.Decrement(ref _left) <= 0) throw new ServerDiedException();
        return Task.CompletedTask;
    }

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default)
    {
        ThrowIfDead();
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        ThrowIfDead();
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        ThrowIfDead();
        return ValueTask.FromResult(result);
    }

    private void ThrowIfDead()
    {
        if (IsDead) throw new ServerDiedException();
    }
}
