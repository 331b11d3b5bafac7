using System.Security.Cryptography;
using System.Text.Json;

namespace IamConsole.Web.Operator;

/// <summary>The list of a backup's files with their SHA-256, written last: a backup without it was cut off.</summary>
internal static class BackupManifest
{
    private const string Name = "backup.sha256.json";
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>Whether the folder holds one.</summary>
    public static bool IsIn(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, Name));

    /// <summary>Lists what is there; beside the real name until it is whole.</summary>
    public static async Task WriteAsync(DirectoryInfo of, CancellationToken ct)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Files(of)) files[file] = await DigestAsync(of, file, ct);
        var (whole, part) = (Path.Combine(of.FullName, Name), Path.Combine(of.FullName, Name + ".part"));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var stream = new FileStream(part, options))
        {
            await JsonSerializer.SerializeAsync(stream, files, Json, ct);
            stream.Flush(flushToDisk: true);
        }

        File.Move(part, whole);
    }

    /// <summary>What is wrong with a backup, as a sentence; null when every file is as it was copied. Files that were added do not matter.</summary>
    public static async Task<string?> FaultAsync(DirectoryInfo of)
    {
        var list = Path.Combine(of.FullName, Name);
        if (!File.Exists(list)) return $"{of.FullName} holds no backup, or one that was cut off: {Name} is missing.";
        try
        {
            foreach (var (file, digest) in JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(list)) ?? [])
            {
                if (!File.Exists(Path.Combine(of.FullName, file))) return $"{file} is missing.";
                if (await DigestAsync(of, file, CancellationToken.None) != digest) return $"{file} is not what was copied.";
            }

            return null;
        }
        catch (JsonException)
        {
            return $"{Name} cannot be read.";
        }
    }

    private static IEnumerable<string> Files(DirectoryInfo of) =>
        of.EnumerateFiles("*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(of.FullName, f.FullName));

    private static async Task<string> DigestAsync(DirectoryInfo of, string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(Path.Combine(of.FullName, file));
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }
}
