using IamConsole.Core.Jobs;

namespace IamConsole.Web.Hosting;

/// <summary>
/// A file that a command keeps open while it does background work under a name of its own: whoever finds it closed knows that
/// the command was killed, and need not wait until its work could be nobody's.
/// </summary>
internal sealed class CommandLock : IDisposable
{
    private const string Begin = "command-";
    private const string End = ".lock";

    private readonly FileStream _file;

    private CommandLock(string name, FileStream file) => (Name, _file) = (name, file);

    /// <summary>The <see cref="JobHolder.Server"/> of the command.</summary>
    public string Name { get; }

    /// <summary>Takes a new one.</summary>
    public static CommandLock Take(DataFolder folder)
    {
        while (true)
        {
            // A start that looks at this very moment takes it for a dead one's: then another name.
            var name = JobHolder.New().Server;
            if (FolderLock.TryTake(folder, Path.Combine(folder.Path, Begin + name + End)) is { } file) return new CommandLock(name, file);
        }
    }

    /// <summary>The names of commands that were killed; their files are removed.</summary>
    public static IReadOnlyCollection<string> TakeDead(DataFolder folder)
    {
        var dead = new List<string>();
        foreach (var path in Directory.GetFiles(folder.Path, Begin + "*" + End))
        {
            using var file = FolderLock.TryTake(folder, path);
            if (file is null) continue;
            File.Delete(path);
            dead.Add(Path.GetFileName(path)[Begin.Length..^End.Length]);
        }

        return dead;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_file.Name);
    }
}
