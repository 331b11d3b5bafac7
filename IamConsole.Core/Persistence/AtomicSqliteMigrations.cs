using System.Data;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace IamConsole.Core.Persistence;

/// <summary>
/// Applies each migration of SQLite in one transaction, its row in the history included. EF rebuilds a table between two
/// switches of the foreign keys, which SQLite ignores inside a transaction, and so commits a half: a process that is killed
/// there leaves a database that no start gets any further. Here the keys are off around the whole.
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
    public async Task<int> ExecuteNonQueryAsync(
        IReadOnlyList<MigrationCommand> migrationCommands, IRelationalConnection connection, MigrationExecutionState executionState,
        bool commitTransaction, IsolationLevel? isolationLevel = null, CancellationToken cancellationToken = default)
    {
        await ExecuteNonQueryAsync(migrationCommands, connection, cancellationToken);
        executionState.AnyOperationPerformed = true;
        executionState.LastCommittedCommandIndex = migrationCommands.Count;
        return -1;
    }

    /// <inheritdoc />
    public async Task ExecuteNonQueryAsync(
        IEnumerable<MigrationCommand> migrationCommands, IRelationalConnection connection, CancellationToken cancellationToken = default)
    {
        await connection.OpenAsync(cancellationToken);
        try
        {
            await SwitchForeignKeysAsync(connection, "OFF");
            await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
            {
                foreach (var command in migrationCommands.Where(c => !IsSwitch(c)))
                    await command.ExecuteNonQueryAsync(connection, cancellationToken: cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            await SwitchForeignKeysAsync(connection, "ON");
        }
        finally
        {
            await connection.CloseAsync();
        }
    }

    private static bool IsSwitch(MigrationCommand command) =>
        command.TransactionSuppressed
        && (command.CommandText.StartsWith("PRAGMA foreign_keys", StringComparison.OrdinalIgnoreCase) ? true
            : throw new InvalidOperationException($"A migration wants no transaction, and could be left half done: {command.CommandText}"));

    private static async Task SwitchForeignKeysAsync(IRelationalConnection connection, string state)
    {
        await using var command = connection.DbConnection.CreateCommand();
        command.CommandText = $"PRAGMA foreign_keys={state}";
        await command.ExecuteNonQueryAsync();
    }
}
