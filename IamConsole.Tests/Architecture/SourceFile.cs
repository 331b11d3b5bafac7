namespace IamConsole.Tests.Architecture;

/// <summary>A file by its path from the root, and its text.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public int Lines => Text.AsSpan().Count('\n');

    public string Folder => Path[..Path.LastIndexOf('/')];
}
