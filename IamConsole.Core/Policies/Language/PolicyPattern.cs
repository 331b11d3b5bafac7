using System.Text;

namespace IamConsole.Core.Policies.Language;

/// <summary>
/// Text with wildcards (<c>*</c>, <c>?</c>) and policy variables (<c>${aws:username}</c>, <c>${key, 'default'}</c>; the
/// escapes <c>${*}</c>, <c>${?}</c>, <c>${$}</c>). What a variable stands for is plain text, never a wildcard.
/// A variable without a value and without a default makes the pattern match nothing.
/// </summary>
public sealed class PolicyPattern
{
    private readonly IReadOnlyList<PatternPart> _parts;

    private PolicyPattern(string text, TextPosition at, IReadOnlyList<PatternPart> parts)
    {
        (Text, At, _parts) = (text, at, parts);
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Where it stands.</summary>
    public TextPosition At { get; }

    /// <summary>The condition keys that its variables name.</summary>
    public IEnumerable<string> Variables => _parts.Where(p => p.Kind is PatternPartKind.Variable).Select(p => p.Text);

    /// <summary>A pattern; null when a variable is not closed or has a wrong form.</summary>
    public static PolicyPattern? Parse(string text, bool withVariables, TextPosition at = default)
    {
        var parts = withVariables ? PatternParts.Read(text) : PatternParts.ReadPlain(text);
        return parts is null ? null : new PolicyPattern(text, at, parts);
    }

    /// <summary>Compares with wildcards.</summary>
    public bool MatchesText(string value, PolicyRequest request, bool ignoreCase = false) =>
        Expand(request) is { } pattern && Wildcards.Match(pattern, value, ignoreCase, starsStopAtColon: false);

    /// <summary>Compares as the <c>Resource</c> element does: a star inside a segment of the ARN stays inside it.</summary>
    public bool MatchesResource(string arn, PolicyRequest request) =>
        Expand(request) is { } pattern && Wildcards.Match(pattern, arn, ignoreCase: false, starsStopAtColon: true);

    /// <summary>Compares as the Arn operators do: each of the six parts by itself.</summary>
    public bool MatchesArn(string arn, PolicyRequest request)
    {
        if (Expand(request) is not { } pattern) return false;
        var (wanted, found) = (ArnParts.Split(pattern), arn.Split(':', ArnParts.Count));
        return wanted.Count == ArnParts.Count && found.Length == ArnParts.Count
            && wanted.Zip(found).All(p => Wildcards.Match(p.First, p.Second, ignoreCase: false, starsStopAtColon: false));
    }

    /// <summary>The text with its variables in place, wildcards taken as plain text; null when a variable has no value.</summary>
    public string? Resolve(PolicyRequest request)
    {
        if (Expand(request) is not { } pattern) return null;
        var text = new StringBuilder();
        foreach (var part in pattern) text.Append(part.Character);
        return text.ToString();
    }

    /// <summary>Whether each variable has a value or a default.</summary>
    internal bool IsResolved(PolicyRequest request) => Expand(request) is not null;

    /// <summary>The text with whatever its variables may stand for as a star.</summary>
    internal List<WildcardChar> Shape() =>
    [
        .. _parts.SelectMany(p => p.Kind is PatternPartKind.Variable
            ? [new WildcardChar('*', IsWildcard: true)] : p.Text.Select(c => new WildcardChar(c, p.Kind is PatternPartKind.Wildcard))),
    ];

    private List<WildcardChar>? Expand(PolicyRequest request)
    {
        var expanded = new List<WildcardChar>(Text.Length);
        foreach (var part in _parts)
        {
            if (part.Kind is PatternPartKind.Variable)
            {
                // Only a single value can stand for a variable.
                var value = request.Find(part.Text) is [var only] ? only : part.Default;
                if (value is null) return null;
                expanded.AddRange(value.Select(c => new WildcardChar(c, IsWildcard: false)));
            }
            else
            {
                expanded.AddRange(part.Text.Select(c => new WildcardChar(c, part.Kind is PatternPartKind.Wildcard)));
            }
        }

        return expanded;
    }
}
