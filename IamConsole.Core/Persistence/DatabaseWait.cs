using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IamConsole.Core.Persistence;

/// <summary>Waits for a database server that starts beside this program, as in a set of containers; what waiting cannot mend is said at once.</summary>
public sealed class DatabaseWait(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    /// <summary>How long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    /// <summary>Returns when a connection was opened.</summary>
    /// <param name="say">Told why there is a wait, whenever the reason is another one.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="DatabaseAwayException">It did not come up.</exception>
    public async Task RunAsync(Action<string> say, CancellationToken ct)
    {
        var begin = clock.GetTimestamp();
        for (string? said = null; ; await Task.Delay(Between, clock, ct))
        {
            try
            {
                await using var db = await databases.CreateDbContextAsync(ct);
                await db.Database.OpenConnectionAsync(ct);
                return;
            }
            catch (Exception error) when (IsServerAway(error))
            {
                var reason = Reason(error);
                if (clock.GetElapsedTime(begin) >= Patience)
                    throw new DatabaseAwayException($"The database did not answer within {Seconds} seconds: {reason}. See ConnectionStrings:Postgres.", error);
                if (reason != said) say($"Waiting for the database, {Seconds} seconds at most: {reason}.");
                said = reason;
            }
        }
    }

    private static string Seconds => Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    // A file is there or is not; and a server that answers by refusing refuses again.
    private static bool IsServerAway(Exception error) =>
        PassingFault.Is(error) && error is not DatabaseBusyException && error.GetBaseException() is not Microsoft.Data.Sqlite.SqliteException;

    private static string Reason(Exception error)
    {
        var cause = error.GetBaseException();
        var reason = cause is PostgresException refused ? refused.MessageText : cause.Message;
        return (error is NpgsqlException && cause != error ? $"{error.Message}: {reason}" : reason).ReplaceLineEndings(" ").TrimEnd('.');
    }
}
