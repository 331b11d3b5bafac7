using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IamConsole.Core.Persistence;

/// <summary>
/// Tells a database that is busy, restarting or out of reach from a fault of the console. Drivers and EF say it in many
/// ways, and wrap them in exceptions that mean something else: whoever catches asks here, and nowhere else.
/// </summary>
public static class PassingFault
{
    // SQLite's result codes: busy, locked, input or output failed, disk full, cannot open (no file handle left), locking protocol.
    private static readonly HashSet<int> Sqlite = [5, 6, 10, 13, 14, 15];

    // PostgreSQL, appendix A: whole classes (connection, rollback, resources, operator intervention, system) and what passes of others.
    private static readonly string[] PostgresClasses = ["08", "40", "53", "58"];
    private static readonly HashSet<string> Postgres =
    [
        PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow,
        PostgresErrorCodes.QueryCanceled, PostgresErrorCodes.LockNotAvailable, PostgresErrorCodes.ObjectInUse,
        PostgresErrorCodes.ReadOnlySqlTransaction, IdleSessionTimeout, IdleInTransactionTimeout, TransactionTimeout,
    ];

    private const string IdleSessionTimeout = "57P05";
    private const string IdleInTransactionTimeout = "25P03";
    private const string TransactionTimeout = "25P04";

    /// <summary>Whether trying again later can help, without anybody mending the console.</summary>
    public static bool Is(Exception error) => Of(error) is not null;

    /// <summary>What to tell whoever asked, or null: the fault is another one.</summary>
    public static Error? Of(Exception error) => error switch
    {
        OutcomeUnknownException => PersistenceErrors.OutcomeUnknown,
        DatabaseBusyException => PersistenceErrors.Busy,
        SqliteException lite => Sqlite.Contains(lite.SqliteErrorCode) ? PersistenceErrors.Busy : null,
        PostgresException server => IsPassing(server.SqlState) ? PersistenceErrors.Busy : null,
        NpgsqlException { IsTransient: true } => PersistenceErrors.Busy,

        // A server's name that does not resolve: the driver passes it on as it is. Other sockets are not ours.
        SocketException socket => socket.StackTrace?.Contains("Npgsql.", StringComparison.Ordinal) is true ? PersistenceErrors.Busy : null,
        AggregateException many => many.InnerExceptions.Select(Of).FirstOrDefault(told => told is not null),
        _ => error.InnerException is { } inner ? Of(inner) : null,
    };

    /// <summary>
    /// Whether the server had closed this connection, or broke it off: another one may be open. Nothing says how far the
    /// statement came that met it.
    /// </summary>
    internal static bool IsBrokenConnection(Exception error) => error switch
    {
        PostgresException server => server.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or IdleSessionTimeout or IdleInTransactionTimeout or TransactionTimeout,
        NpgsqlException { InnerException: IOException or SocketException } => true,
        _ => error.InnerException is { } inner && IsBrokenConnection(inner),
    };

    private static bool IsPassing(string state) =>
        Postgres.Contains(state) || Array.Exists(PostgresClasses, c => state.StartsWith(c, StringComparison.Ordinal));
}
