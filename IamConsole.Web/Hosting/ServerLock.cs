using IamConsole.Web.Settings;

namespace IamConsole.Web.Hosting;

/// <summary>A file that a running server keeps open, so that operator commands can tell.</summary>
public sealed class ServerLock : IDisposable
{
    private readonly FileStream _file;

    private ServerLock(FileStream file) => _file = file;

    /// <summary>Takes the lock for this server; several servers on one PostgreSQL database have folders of their own.</summary>
    /// <exception cref="SettingsException">Another server has it, or the folder cannot be used.</exception>
    public static ServerLock Take(DataFolder folder) => FolderLock.TryTake(folder, folder.LockFile) is { } file
        ? new ServerLock(file)
        : throw new SettingsException($"Another server is running with the data folder {folder.Path}.");

    /// <summary>Whether a server is running with this folder. Asked under the <see cref="StartLock"/>, so that no start takes the question for a server.</summary>
    public static bool IsTaken(DataFolder folder)
    {
        if (!File.Exists(folder.LockFile)) return false;
        using var probe = FolderLock.TryTake(folder, folder.LockFile);
        return probe is null;
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
