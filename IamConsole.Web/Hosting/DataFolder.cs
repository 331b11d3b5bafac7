using IamConsole.Web.Settings;

namespace IamConsole.Web.Hosting;

/// <summary>Where the installation keeps its database, key ring and audit keys: a folder of its own, readable by its owner alone.</summary>
public sealed class DataFolder
{
    private DataFolder(string path) => Path = path;

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The embedded database.</summary>
    public string Database => System.IO.Path.Combine(Path, "iamconsole.db");

    /// <summary>The key ring: outside the database, so that a stolen database opens no seed.</summary>
    public DirectoryInfo Keys => new(System.IO.Path.Combine(Path, "keys"));

    /// <summary>Keys and checkpoints of the audit trail: outside the database, so that who changes it there cannot hide it.</summary>
    public DirectoryInfo Audit => new(System.IO.Path.Combine(Path, "audit"));

    /// <summary>Held by a running server.</summary>
    public string LockFile => System.IO.Path.Combine(Path, "server.lock");

    /// <summary>Held by whoever brings the database up to date.</summary>
    public string StartLockFile => System.IO.Path.Combine(Path, "start.lock");

    /// <summary>See <see cref="ServerIdentity"/>.</summary>
    public string IdentityFile => System.IO.Path.Combine(Path, "server.id");

    /// <summary>Whether others could put another database in the place of this one. The folder was there before: its rights are its owner's choice.</summary>
    public bool IsOpenToOthers =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(Path) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) is not UnixFileMode.None;

    /// <summary>Opens the folder that <c>--data</c> names, or the user's own; creates it where it is missing.</summary>
    /// <exception cref="SettingsException">It cannot be made or used.</exception>
    public static DataFolder Open(string? configured)
    {
        var path = System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? Default() : configured);
        if (File.Exists(path)) throw new SettingsException($"--data: {path} is a file, not a folder.");
        var folder = new DataFolder(path);
        folder.Use(() =>
        {
            OwnerOnly.CreateFolder(path);
            OwnerOnly.CreateFolder(folder.Keys.FullName);
        });
        folder.TakeRightsFromOthers();
        return folder;
    }

    /// <summary>Makes the database's file before SQLite does, which would let others read it, and take a short file for an empty one.</summary>
    /// <exception cref="SettingsException">It is there and no database, or cannot be made.</exception>
    public void CreateDatabase() => Use(() =>
    {
        Span<byte> begin = stackalloc byte[SqliteHeader.Length];
        using var file = new FileStream(Database, OwnerOnly.Options(FileMode.OpenOrCreate, FileShare.ReadWrite));
        if (file.Length > 0 && !begin[..file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false)].SequenceEqual(SqliteHeader))
            throw new SettingsException($"--data: {Database} is no SQLite database. Restore it from the backup.");
    });

    private static ReadOnlySpan<byte> SqliteHeader => "SQLite format 3\0"u8;

    /// <summary>Does something with the folder, or says what stands in the way.</summary>
    /// <exception cref="SettingsException">The folder does not let it.</exception>
    internal void Use(Action act)
    {
        try
        {
            act();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"--data: the folder {Path} cannot be used: {error.Message.TrimEnd('.')}.", error);
        }
    }

    private static string Default()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return System.IO.Path.Combine(home.Length > 0 ? home : "/var/lib", "iam-console");
    }

    // The folder itself stays as it is where it was there before: it may hold other things. A linked key ring is several servers'.
    private void TakeRightsFromOthers()
    {
        foreach (var file in new[] { Database, Database + "-wal", Database + "-shm", Database + "-journal", LockFile, StartLockFile, IdentityFile }) OwnerOnly.Narrow(file);
        foreach (var folder in new[] { Keys, Audit }.Where(f => f.Exists && f.LinkTarget is null)) OwnerOnly.NarrowFolder(folder);
    }
}
