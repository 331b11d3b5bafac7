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

    /// <summary>Opens the folder that <c>--data</c> names, or the user's own; creates it where it is missing.</summary>
    public static DataFolder Open(string? configured)
    {
        var path = System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? Default() : configured);
        Create(path);
        var folder = new DataFolder(path);
        Create(folder.Keys.FullName);
        return folder;
    }

    private static string Default()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return System.IO.Path.Combine(home.Length > 0 ? home : "/var/lib", "iam-console");
    }

    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
