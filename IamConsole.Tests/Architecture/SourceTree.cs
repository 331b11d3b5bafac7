using System.Runtime.CompilerServices;

namespace IamConsole.Tests.Architecture;

/// <summary>The repository's own source files.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    /// <summary>Files we write, relative to the root; not what tools generate.</summary>
    public static IReadOnlyList<SourceFile> Files(params string[] extensions) =>
        [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => f.StartsWith("IamConsole.", StringComparison.Ordinal) && !f.Split('/').Any(p => p is "bin" or "obj" or "wwwroot" or "Migrations"))
            .Where(f => extensions.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(f => new SourceFile(f, File.ReadAllText(Path.Combine(Root, f))))];

    private static string Here([CallerFilePath] string path = "") => path;
}
