using IamConsole.Web.Settings;

namespace IamConsole.Web.Hosting;

/// <summary>
/// Held by a server or command while it brings the database up to date: one after the other. Whoever has it knows that a
/// mark of a running migration in this folder's database is a dead process's.
/// </summary>
public sealed class StartLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;

    private StartLock(FileStream file) => _file = file;

    /// <summary>Waits for it.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="clock">The system's: another process is waited for.</param>
    /// <param name="say">Told once that there is a wait.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="SettingsException">Another process kept it for ten minutes, or the folder cannot be used.</exception>
    public static async Task<StartLock> TakeAsync(DataFolder folder, TimeProvider clock, Action<string> say, CancellationToken ct)
    {
        var begin = clock.GetTimestamp();
        for (var said = false; ; await Task.Delay(Between, clock, ct))
        {
            if (FolderLock.TryTake(folder, folder.StartLockFile) is { } file) return new StartLock(file);
            if (clock.GetElapsedTime(begin) >= Patience)
                throw new SettingsException($"Another start or command has been preparing the database in {folder.Path} for ten minutes. End it, and try again.");
            if (!said) say("Waiting for another start or command, which is preparing the database.");
            said = true;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
