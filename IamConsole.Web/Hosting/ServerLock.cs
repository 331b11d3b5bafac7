namespace IamConsole.Web.Hosting;

/// <summary>A file that a running server keeps open, so that operator commands can tell.</summary>
public sealed class ServerLock : IDisposable
{
    private readonly FileStream? _file;

    private ServerLock(FileStream? file) => _file = file;

    /// <summary>Takes the lock for this server; several servers on one PostgreSQL database have folders of their own.</summary>
    public static ServerLock Take(DataFolder folder)
    {
        try
        {
            return new ServerLock(new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new InvalidOperationException($"Another server is running with the data folder {folder.Path}.");
        }
    }

    /// <summary>Whether a server is running with this folder.</summary>
    public static bool IsTaken(DataFolder folder)
    {
        if (!File.Exists(folder.LockFile)) return false;
        try
        {
            using var probe = new FileStream(folder.LockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file?.Dispose();
}
