using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IamConsole.Core.Persistence;

/// <summary>
/// A read that meets a connection which the server had closed is asked once more, over another one. A statement that
/// changes something is not, nor one inside a transaction: nothing tells how far the first came. Transactions are tried
/// anew where they begin (<see cref="PostgresIamDbContext.BeginWriteAsync"/>). The driver's own strategy would repeat
/// whatever it is given, wraps what it does not repeat, and refuses transactions that we begin.
/// </summary>
internal sealed class OnceAnew(ExecutionStrategyDependencies dependencies) : IExecutionStrategy
{
    /// <summary>So that rows are streamed, not gathered first for a second try in their midst.</summary>
    public bool RetriesOnFailure => false;

    public TResult Execute<TState, TResult>(
        TState state, Func<DbContext, TState, TResult> operation,
        Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded) =>
        operation(dependencies.CurrentContext.Context, state);

    public async Task<TResult> ExecuteAsync<TState, TResult>(
        TState state, Func<DbContext, TState, CancellationToken, Task<TResult>> operation,
        Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded,
        CancellationToken cancellationToken = default)
    {
        var context = dependencies.CurrentContext.Context;
        try
        {
            return await operation(context, state, cancellationToken);
        }
        catch (Exception broken) when (IsRead<TResult>() && context.Database.CurrentTransaction is null
            && context is PostgresIamDbContext && PassingFault.IsBrokenConnection(broken))
        {
            ((PostgresIamDbContext)context).ForgetConnections();
            return await operation(context, state, cancellationToken);
        }
    }

    // A statement that changes something answers how many rows it changed.
    private static bool IsRead<TResult>() => typeof(TResult) != typeof(int);
}
