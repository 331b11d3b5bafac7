using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Persistence;

/// <summary>
/// Of servers that start together on one PostgreSQL database each waits until the one before has prepared it. It ends with
/// the connection, whatever becomes of the process. On SQLite the data folder's lock does the same.
/// </summary>
internal sealed class StartTurn : IAsyncDisposable
{
    // "IAMC" and a number of its own: advisory locks are named by numbers.
    private const long Turn = 0x49414D43_0002;

    private readonly IamDbContext _db;

    private StartTurn(IamDbContext db) => _db = db;

    /// <summary>Waits for it.</summary>
    public static async Task<StartTurn> TakeAsync(IamDbContext db, CancellationToken ct)
    {
        var turn = new StartTurn(db);
        if (!db.Database.IsNpgsql()) return turn;
        await db.Database.OpenConnectionAsync(ct);
        var timeout = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(DatabaseUpgrade.Longest);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Turn})", ct);
        db.Database.SetCommandTimeout(timeout);
        return turn;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_db.Database.IsNpgsql()) return;
        try
        {
            await _db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Turn})", CancellationToken.None);
        }
        catch (Exception gone) when (gone is DbException or InvalidOperationException)
        {
            // The lock went with the connection; what ended that is told by whoever met it first.
        }

        await _db.Database.CloseConnectionAsync();
    }
}
