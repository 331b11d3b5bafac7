using IamConsole.Core.Persistence;
using IamConsole.Web.Hosting;

namespace IamConsole.Web.Operator;

/// <summary>
/// A backup in the making. The order matters: checkpoints before the database, so that they are never ahead of it; the key
/// ring after it, so that no secret is younger than its key; the list of all files last, so that a backup that was cut off
/// does not look whole.
/// </summary>
internal sealed class BackupFolder(DataFolder data, DirectoryInfo to)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>What speaks against a backup into that folder, as a sentence; or null.</summary>
    public static string? Refuse(DataFolder data, DirectoryInfo to, bool isEmbedded)
    {
        if (isEmbedded && !File.Exists(data.Database)) return $"There is no database in {data.Path}.";
        if (!data.Audit.Exists) return $"There are no keys of an audit trail in {data.Path}. Start the server once.";
        var (inside, outside) = (Path.GetFullPath(to.FullName) + Path.DirectorySeparatorChar, data.Path + Path.DirectorySeparatorChar);
        if (inside.StartsWith(outside, StringComparison.Ordinal)) return "A backup inside the data folder goes where the data folder goes. Choose another place.";
        if (File.Exists(to.FullName)) return $"{to.FullName} is a file.";
        if (!to.Exists) return null;
        if (to.EnumerateFileSystemInfos().Any())
            return BackupManifest.IsIn(to) ? $"{to.FullName} is not empty: it holds a backup." : $"{to.FullName} is not empty. A backup that was cut off holds keys too: remove it.";
        return !OperatingSystem.IsWindows() && (to.UnixFileMode & ~OwnerOnly) != UnixFileMode.None
            ? $"{to.FullName} is not its owner's alone (chmod 700): the backup holds the key ring." : null;
    }

    /// <summary>Copies everything; what was copied goes again where it does not come to its end: it holds the key ring.</summary>
    public async Task FillAsync(bool isEmbedded, CancellationToken ct)
    {
        var wasThere = Directory.Exists(to.FullName);
        try
        {
            await CopyAllAsync(isEmbedded, ct);
        }
        catch
        {
            if (!Directory.Exists(to.FullName)) throw;
            foreach (var folder in to.GetDirectories()) folder.Delete(recursive: true);
            foreach (var file in to.GetFiles()) file.Delete();
            if (!wasThere) to.Delete();
            throw;
        }
    }

    private async Task CopyAllAsync(bool isEmbedded, CancellationToken ct)
    {
        Create(to.FullName);
        await CopyAsync(data.Audit, "audit", ct);
        await WriteAsync(Path.Combine("audit", "copied"), Stream.Null, ct);
        if (isEmbedded) SqliteCopy.Make(data.Database, Path.Combine(to.FullName, Path.GetFileName(data.Database)));
        await CopyAsync(data.Keys, "keys", ct);
        foreach (var list in new DirectoryInfo(data.Path).GetFiles("*.json")) await CopyAsync(list, list.Name, ct);
        await BackupManifest.WriteAsync(to, ct);
    }

    private async Task CopyAsync(DirectoryInfo from, string name, CancellationToken ct)
    {
        Create(Path.Combine(to.FullName, name));
        foreach (var file in from.GetFiles()) await CopyAsync(file, Path.Combine(name, file.Name), ct);
        foreach (var folder in from.GetDirectories()) await CopyAsync(folder, Path.Combine(name, folder.Name), ct);
    }

    private async Task CopyAsync(FileInfo from, string name, CancellationToken ct)
    {
        // The server may be appending to it.
        await using var source = new FileStream(from.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await WriteAsync(name, source, ct);
    }

    private async Task WriteAsync(string name, Stream content, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var target = new FileStream(Path.Combine(to.FullName, name), options);
        await content.CopyToAsync(target, ct);
        target.Flush(flushToDisk: true);
    }

    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly);
    }
}
