using Microsoft.Data.Sqlite;
using Npgsql;

namespace IamConsole.Core.Persistence;

/// <summary>What an operator can do about a database that does not let itself be opened.</summary>
public static class DatabaseFault
{
    private const string Setting = "ConnectionStrings:Postgres";

    /// <summary>One sentence, without anything secret, or null: the fault is no database's.</summary>
    public static string? Explain(Exception error) => error switch
    {
        SqliteException lite => OfSqlite(lite),
        PostgresException server => OfPostgres(server),
        NpgsqlException driver => $"{Setting}: {Line(driver.GetBaseException().Message)}",
        _ => error.InnerException is { } inner ? Explain(inner) : null,
    };

    private static string OfSqlite(SqliteException error) => error.SqliteErrorCode switch
    {
        5 or 6 => "The database in the data folder is held by another program. End it, and try again.",
        8 => "The database in the data folder cannot be written: it, or its folder, is read-only.",
        10 => "The database in the data folder cannot be read or written: the disk reports an error, or is full.",
        13 => "The disk is full: the database in the data folder cannot grow.",
        14 => "The database in the data folder cannot be opened.",
        11 or 26 => "The file iamconsole.db in the data folder is no SQLite database, or is damaged. Restore it from the backup.",
        _ => $"The database in the data folder cannot be used: {Line(error.Message)}",
    };

    private static string OfPostgres(PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"{Setting}: the server lets this user not in ({Line(error.MessageText)}).",
        PostgresErrorCodes.InvalidCatalogName => $"{Setting}: {Line(error.MessageText)}. Create it first (CREATE DATABASE).",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"{Setting}: {Line(error.MessageText)}. The user must own the database, or have the right to create in its schema.",
        PostgresErrorCodes.ReadOnlySqlTransaction =>
            $"{Setting}: the database is read-only, as one is that only follows another server. Name the server that is written to.",
        PostgresErrorCodes.DuplicateTable => $"{Setting}: the database has tables of another program ({Line(error.MessageText)}).",
        _ => $"{Setting}: the server refuses ({error.SqlState}: {Line(error.MessageText)}).",
    };

    private static string Line(string text) => text.Split('\n', 2)[0].Trim();
}
