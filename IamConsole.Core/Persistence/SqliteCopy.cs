using IamConsole.Core.Restoring;
using Microsoft.Data.Sqlite;

namespace IamConsole.Core.Persistence;

/// <summary>
/// Copies a SQLite database as it stands at one moment, while others write to it. The file alone is not enough: what was
/// committed last lies in the log beside it.
/// </summary>
public static class SqliteCopy
{
    /// <summary>Copies and checks; the copy is one file without a log, and says that it is a copy.</summary>
    /// <param name="from">The database.</param>
    /// <param name="to">A file that is not there yet; only its owner may read it.</param>
    /// <exception cref="InvalidDataException">The copy is not whole, which means that the database is not.</exception>
    public static void Make(string from, string to)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (new FileStream(to, options))
        {
            // Before SQLite opens it, which would give it the rights that new files have.
        }

        using var source = Open(from);
        using var target = Open(to);
        source.BackupDatabase(target);
        Ask(target, "PRAGMA journal_mode=DELETE");
        Ask(target, $"PRAGMA user_version={CopyMark.Value}");
        if (Ask(target, "PRAGMA quick_check(1)") is not "ok") throw new InvalidDataException($"The database {from} is damaged: its copy does not pass SQLite's check.");
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 30,
        }.ToString());
        connection.Open();
        return connection;
    }

    private static object? Ask(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        return command.ExecuteScalar();
    }
}
