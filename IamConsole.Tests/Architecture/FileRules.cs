using System.Text.RegularExpressions;

namespace IamConsole.Tests.Architecture;

/// <summary>The rules of the house for one file each: the finding, or null.</summary>
internal static partial class FileRules
{
    public static string? TooLong(SourceFile file)
    {
        var limit = file.Path.EndsWith(".razor", StringComparison.Ordinal) ? 120
            : file.Path.EndsWith(".razor.cs", StringComparison.Ordinal) ? 150 : 200;
        return file.Lines > limit ? $"{file.Path}: {file.Lines} lines, {limit} allowed" : null;
    }

    public static string? WrongNamespace(SourceFile file)
    {
        var expected = file.Folder.Replace('/', '.');
        var found = Namespace().Match(file.Text);
        return found.Success && found.Groups[1].Value != expected ? $"{file.Path}: namespace {found.Groups[1].Value}" : null;
    }

    public static string? SeveralTypes(SourceFile file) =>
        TopLevelType().Count(file.Text) > 1 ? $"{file.Path}: more than one type" : null;

    public static string? NotSealed(SourceFile file) =>
        UnsealedClass().Match(file.Text) is { Success: true } match ? $"{file.Path}: {match.Value.Trim()}" : null;

    public static string? InlineStyleOrScript(SourceFile file) =>
        Inline().Match(file.Text) is { Success: true } match ? $"{file.Path}: {match.Value}" : null;

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(public|internal|file)[\w ]* (class|record|struct|interface|enum) \w+", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    // Partial classes of components are sealed where their other half says so; a base class says abstract.
    [GeneratedRegex(@"^(public|internal)( partial)? (class|record) (?!Program;)\w+", RegexOptions.Multiline)]
    private static partial Regex UnsealedClass();

    [GeneratedRegex(@"\s(Style|style)=""|<style|<script(?![^>]*src=)")]
    private static partial Regex Inline();
}
