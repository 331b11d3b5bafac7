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

    public static string? InlineStyleOrScript(SourceFile file) =>
        Inline().Match(file.Text) is { Success: true } match ? $"{file.Path}: {match.Value.Trim()}" : null;

    /// <summary>Silenced warnings and work put off: neither is left in a finished file.</summary>
    public static string? Unfinished(SourceFile file) =>
        Leftover().Match(file.Text) is { Success: true } match ? $"{file.Path}: {match.Value.Trim()}" : null;

    /// <summary>Tests wait for a condition or move the clock.</summary>
    public static string? Sleeps(SourceFile file) =>
        file.Path.StartsWith("IamConsole.Tests/", StringComparison.Ordinal) && Sleep().Match(file.Text) is { Success: true } match
            ? $"{file.Path}: {match.Value}" : null;

    /// <summary>Two equal keys end the circuit: what is repeated is keyed by what tells it, never by itself or by words.</summary>
    public static string? KeyThatMayRepeat(SourceFile file)
    {
        var repeated = Loop().Matches(file.Text).SelectMany(loop => loop.Groups["item"].Captures.Select(c => c.Value)).ToHashSet(StringComparer.Ordinal);
        var key = Key().Matches(file.Text).Select(k => k.Groups[1].Value)
            .FirstOrDefault(k => repeated.Contains(k.Split('.')[0]) && !Telling().IsMatch(k));
        return key is null ? null : $"{file.Path}: @key=\"{key}\"";
    }

    /// <summary>Pages and parts cancel what they ask when they are left, and are told so by their frame alone.</summary>
    public static string? DeafToLeaving(SourceFile file) =>
        file.Path.StartsWith("IamConsole.Web/", StringComparison.Ordinal) && file.Path is not ("IamConsole.Web/Controls/LivePart.cs" or "IamConsole.Web/Shell/ConsolePart.cs")
        && (file.Path.Contains(".razor", StringComparison.Ordinal) || Component().IsMatch(file.Text)) && Deaf().Match(file.Text) is { Success: true } match
            ? $"{file.Path}: {match.Value}" : null;

    /// <summary>Who left a page while it worked is not pulled away from where he is: pages lead on through their frame, which looks.</summary>
    public static string? PullsBack(SourceFile file) =>
        file.Path.StartsWith("IamConsole.Web/", StringComparison.Ordinal) && file.Path.EndsWith(".razor.cs", StringComparison.Ordinal)
        && !Static().IsMatch(file.Path) && file.Text.Contains("Navigation.NavigateTo(", StringComparison.Ordinal) ? $"{file.Path}: NavigateTo" : null;

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(public|internal|file)[\w ]* (class|record|struct|interface|enum) \w+", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex("""\sstyle\s*=\s*["'@]|<style\b|<script\b(?![^>]*\bsrc=)|\s(?-i:on(click|load|error|submit|change|input))\s*=""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"^\s*#pragma .*|\b[T]ODO\b|\b[F]IXME\b|\[(assembly: )?SuppressMessage", RegexOptions.Multiline)]
    private static partial Regex Leftover();

    [GeneratedRegex(@"\b(Task\.[D]elay|Thread\.[S]leep|WaitForTimeoutAsync\()")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"foreach \(var \(?(?<item>\w+)(?:, (?<item>\w+)\))? in|var (?<item>\w+) = [\w!.]+\[")]
    private static partial Regex Loop();

    [GeneratedRegex(@"@key=""@?([^""]+)""")]
    private static partial Regex Key();

    [GeneratedRegex(@"\.(Id|DeviceId|Key|Group)$|^(rowKey|number)$")]
    private static partial Regex Telling();

    [GeneratedRegex(@"/(SignIn|Accounts)/|/UserTabs\.")]
    private static partial Regex Static();

    [GeneratedRegex(@": (ComponentBase|LivePart|ConsolePart)\b")]
    private static partial Regex Component();

    [GeneratedRegex(@"CancellationToken\.None|\bObjectDisposedException|\bJSDisconnectedException|new CancellationTokenSource|\bnew PeriodicTimer")]
    private static partial Regex Deaf();
}
