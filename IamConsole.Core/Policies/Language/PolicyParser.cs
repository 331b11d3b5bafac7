using System.Text.Json;

namespace IamConsole.Core.Policies.Language;

/// <summary>Reads a policy and refuses what the original refuses, each mistake at its place.</summary>
public static class PolicyParser
{
    /// <summary>The longest text that is looked at, in characters, white space included: the original's. Quotas count without it.</summary>
    public const int MaxLength = 128 * 1024;

    private static readonly string[] Elements = ["Version", "Id", "Statement"];

    /// <summary>The document and every mistake found.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="isManaged">Whether it is a managed policy, which must name the current version.</param>
    public static PolicyReading Read(string text, bool isManaged = false)
    {
        var (document, findings) = ReadAll(text, isManaged);
        return new PolicyReading(findings.Count == 0 ? document : null, findings);
    }

    /// <summary>A document that was right when it was stored; statements that would be refused today are marked. Null if it is no policy at all.</summary>
    internal static PolicyDocument? ReadStored(string text)
    {
        var (document, findings) = ReadAll(text, isManaged: false);
        return findings.Count == 0 || document?.Statements.Any(s => s.IsUnreadable) is true ? document : null;
    }

    private static (PolicyDocument? Document, IReadOnlyList<PolicyFinding> Findings) ReadAll(string text, bool isManaged)
    {
        if (text.Length > MaxLength) return (null, [PolicyMistakes.TooLong(MaxLength)]);
        if (new JsonSource(text).Read(out var mistake) is not { } root) return (null, [mistake!]);
        var findings = new List<PolicyFinding>();
        var document = ReadDocument(root, findings);
        if (isManaged && document is { Version: not PolicyDocument.CurrentVersion } && findings.Count == 0)
            findings.Add(PolicyMistakes.InvalidVersion((root.Member("Version") ?? root).At));
        return (document, [.. findings.OrderBy(f => f.At.Start)]);
    }

    /// <summary>A document of our own, which is right.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    internal static PolicyDocument ReadOwn(string text)
    {
        var reading = Read(text);
        return reading.Document ?? throw new InvalidOperationException(reading.Findings[0].Message);
    }

    private static PolicyDocument? ReadDocument(JsonPart root, List<PolicyFinding> findings)
    {
        if (root.Kind is not JsonValueKind.Object)
        {
            findings.Add(PolicyMistakes.NotAnObject("A policy", root.At));
            return null;
        }

        CheckElements(root, Elements, findings);
        var version = root.Member("Version") is { } v ? Text(v, "Version", findings) : PolicyDocument.OldVersion;
        if (version is not (null or PolicyDocument.CurrentVersion or PolicyDocument.OldVersion))
            findings.Add(PolicyMistakes.InvalidVersion(root.Member("Version")!.At));
        var id = root.Member("Id") is { } i ? Text(i, "Id", findings) : null;
        var list = root.Member("Statement");
        if (list is null || list.OneOrMany.Count == 0)
        {
            findings.Add(PolicyMistakes.MissingStatement(list?.At ?? root.At));
            return null;
        }

        var reader = new StatementReader(version == PolicyDocument.CurrentVersion, findings);
        var statements = list.OneOrMany.Select((s, n) => reader.Read(s, n + 1)).ToList();
        foreach (var twice in statements.OfType<PolicyStatement>().Where(s => !string.IsNullOrEmpty(s.Sid)).GroupBy(s => s.Sid).SelectMany(g => g.Skip(1)))
            findings.Add(PolicyMistakes.DuplicateSid(twice.At));
        return statements.Contains(null) ? null : new PolicyDocument(version ?? PolicyDocument.OldVersion, id, statements!);
    }

    internal static void CheckElements(JsonPart part, IReadOnlyCollection<string> known, List<PolicyFinding> findings)
    {
        foreach (var member in part.Members)
        {
            if (member.Name is "Principal" or "NotPrincipal") findings.Add(PolicyMistakes.Principal(member.At));
            else if (!known.Contains(member.Name)) findings.Add(PolicyMistakes.UnknownElement(member.Name, member.At));
        }

        CheckDuplicates(part, findings);
    }

    internal static void CheckDuplicates(JsonPart part, List<PolicyFinding> findings, StringComparer? names = null)
    {
        foreach (var twice in part.Members.GroupBy(m => m.Name, names ?? StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
            findings.Add(PolicyMistakes.Duplicate(twice.Name, twice.At));
    }

    internal static string? Text(JsonPart part, string element, List<PolicyFinding> findings)
    {
        if (part.Kind is JsonValueKind.String) return part.Text;
        findings.Add(PolicyMistakes.NotText(element, part.At));
        return null;
    }
}
