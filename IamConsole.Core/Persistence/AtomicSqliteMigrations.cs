using System.Data;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace IamConsole.Core.Persistence;

/// <summary>
/// Applies migrations of SQLite in one transaction, their rows in the history included. EF rebuilds a table between two
/// switches of the foreign keys, which SQLite ignores inside a transaction, and so commits a half: a process that is killed
/// there leaves a database that no start gets any further. Here the keys are off around the whole, until the connection is
/// opened anew.
/// </summary>
internal sealed class AtomicSqliteMigrations : IMigrationCommandExecutor
{
    /// <inheritdoc />
    public void ExecuteNonQuery(IEnumerable<MigrationCommand> migrationCommands, IRelationalConnection connection) =>
        ExecuteNonQueryAsync(migrationCommands, connection, CancellationToken.None).GetAwaiter().GetResult();

    /// <inheritdoc />
    public int ExecuteNonQuery(
        IReadOnlyList<MigrationCommand> migrationCommands, IRelationalConnection connection, MigrationExecutionState executionState,
        bool commitTransaction, IsolationLevel? isolationLevel = null) =>
        ExecuteNonQueryAsync(migrationCommands, connection, executionState, commitTransaction, isolationLevel, CancellationToken.None).GetAwaiter().GetResult();

    /// <inheritdoc />
    public async Task ExecuteNonQueryAsync(
        IEnumerable<MigrationCommand> migrationCommands, IRelationalConnection connection, CancellationToken cancellationToken = default) =>
        await ExecuteNonQueryAsync([.. migrationCommands], connection, new MigrationExecutionState(), true, null, cancellationToken);

    /// <inheritdoc />
    public async Task<int> ExecuteNonQueryAsync(
        IReadOnlyList<MigrationCommand> migrationCommands, IRelationalConnection connection, MigrationExecutionState executionState,
        bool commitTransaction, IsolationLevel? isolationLevel = null, CancellationToken cancellationToken = default)
    {
        await connection.OpenAsync(cancellationToken);
        try
        {
            if (await RunAsync(connection, "PRAGMA foreign_keys") is 1L)
            {
                // The migrator has begun one by now, and done nothing in it.
                await CommitAsync(executionState, cancellationToken);
                await RunAsync(connection, "PRAGMA foreign_keys=OFF");
            }

            executionState.Transaction ??= await connection.BeginTransactionAsync(cancellationToken);
            foreach (var command in migrationCommands.Where(c => !IsSwitch(c)))
                await command.ExecuteNonQueryAsync(connection, cancellationToken: cancellationToken);
            executionState.AnyOperationPerformed = true;
            if (commitTransaction) await CommitAsync(executionState, cancellationToken);
            return -1;
        }
        catch
        {
            // SQLite may have undone it already (a full disk): what EF does at the end, within it, would then hide the cause.
            if (executionState.Transaction is { } undone) await undone.DisposeAsync();
            executionState.Transaction = null;
            throw;
        }
        finally
        {
            await connection.CloseAsync();
        }
    }

    private static async Task CommitAsync(MigrationExecutionState state, CancellationToken ct)
    {
        if (state.Transaction is not { } transaction) return;
        await transaction.CommitAsync(ct);
        await transaction.DisposeAsync();
        state.Transaction = null;
    }

    // The history's row is to stand outside too, for the same reason; it belongs to what it tells of.
    private static bool IsSwitch(MigrationCommand command) =>
        command.TransactionSuppressed && command.CommandText.StartsWith("PRAGMA foreign_keys", StringComparison.OrdinalIgnoreCase);

    private static async Task<object?> RunAsync(IRelationalConnection connection, string sql)
    {
        await using var command = connection.DbConnection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = connection.CurrentTransaction?.GetDbTransaction();
        return await command.ExecuteScalarAsync();
    }
}
