using System.Data.Common;
using IamConsole.Core.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Reports;

/// <summary>
/// The driver's own reader over a query of the model: EF writes the statement, nothing is tracked or made an object.
/// Columns come in the order of the query's projection.
/// </summary>
internal sealed class ReportReader(DbCommand command, DbDataReader reader) : IAsyncDisposable
{
    // SQLite keeps UTC ticks where PostgreSQL has a type.
    private readonly bool _ticks = reader is SqliteDataReader;

    public static async Task<ReportReader> OpenAsync<T>(IamDbContext db, IQueryable<T> query, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var command = query.CreateDbCommand();
        return new ReportReader(command, await command.ExecuteReaderAsync(ct));
    }

    public Task<bool> ReadAsync(CancellationToken ct) => reader.ReadAsync(ct);

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public bool Truth(int column) => reader.GetBoolean(column);

    public int Number(int column) => reader.GetInt32(column);

    public DateTime? Time(int column) =>
        reader.IsDBNull(column) ? null
        : _ticks ? new DateTime(reader.GetInt64(column), DateTimeKind.Utc) : reader.GetDateTime(column);

    // SQLite closes a reader together with its command: the two live equally long.
    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync();
        await command.DisposeAsync();
    }
}
