using IamConsole.Core.AuditTrail;
using Npgsql;

namespace IamConsole.Core.Persistence;

/// <summary>
/// Finds out what became of a commit whose answer was lost: the end of the audit trail's chain is held by whoever commits,
/// so once it can be held, the row is there or never will be.
/// </summary>
internal static class LostCommit
{
    private const string HoldChain =
        """SET LOCAL lock_timeout = '10s'; SELECT 1 FROM "AuditChain" WHERE "Id" = 1 FOR UPDATE""";

    // A commit of its own brings every earlier one to disk.
    private const string Find =
        """
        SELECT EXISTS (SELECT 1 FROM "AuditEvents" WHERE "Sequence" = $1 AND "Hash" = $2)
        FROM (SELECT pg_logical_emit_message(true, 'iam-console', '')) AS to_disk
        """;

    public static async Task<bool> WasMadeAsync(string connectionString, AuditEvent last)
    {
        // Not from the pool, where connections lie that broke with this one.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand(HoldChain, connection, transaction)) await hold.ExecuteNonQueryAsync();
        await using var find = new NpgsqlCommand(Find, connection, transaction)
        {
            Parameters = { new() { Value = last.Sequence }, new() { Value = last.Hash } },
        };
        var found = await find.ExecuteScalarAsync() is true;
        await transaction.CommitAsync();
        return found;
    }
}
