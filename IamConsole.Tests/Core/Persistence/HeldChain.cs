using Npgsql;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>
/// Holds the end of the audit trail's chain, where every change comes last before its commit: two changes that are stopped
/// there have made everything but the commit, and meet for certain when it is let go.
/// </summary>
internal sealed class HeldChain : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private HeldChain(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    public static async Task<HeldChain> HoldAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("""SELECT 1 FROM "AuditChain" FOR UPDATE""", connection, transaction);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return new HeldChain(connection, transaction);
    }

    /// <summary>Returns when so many others wait for a lock, this one or another's, or the work is over without.</summary>
    public async Task WaitForAsync(int waiting, Task work)
    {
        // Over another connection: inside a transaction the server shows one moment for ever.
        await using var watch = new NpgsqlConnection(_connection.ConnectionString);
        await watch.OpenAsync(TestContext.Current.CancellationToken);
        await using var count = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", watch);
        while (!work.IsCompleted && (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))! < waiting) await Task.Yield();
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
