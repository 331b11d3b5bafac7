using System.Text;
using System.Text.RegularExpressions;

namespace IamConsole.Core.Policies.Language;

/// <summary>Cuts a text into plain runs, wildcards and variables.</summary>
internal static partial class PatternParts
{
    public static IReadOnlyList<PatternPart>? Read(string text)
    {
        var parts = new List<PatternPart>();
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{')
            {
                var end = text.IndexOf('}', i);
                if (end < 0 || Variable(text[(i + 2)..end]) is not { } part) return null;
                if (part.Kind is PatternPartKind.Literal) plain.Append(part.Text);
                else
                {
                    Flush(parts, plain);
                    parts.Add(part);
                }

                i = end;
            }
            else if (text[i] is '*' or '?')
            {
                Flush(parts, plain);
                parts.Add(new PatternPart(PatternPartKind.Wildcard, text[i].ToString()));
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        Flush(parts, plain);
        return parts;
    }

    public static IReadOnlyList<PatternPart> ReadPlain(string text) =>
    [
        .. text.Select(c => new PatternPart(c is '*' or '?' ? PatternPartKind.Wildcard : PatternPartKind.Literal, c.ToString())),
    ];

    private static PatternPart? Variable(string inside)
    {
        if (inside is "*" or "?" or "$") return new PatternPart(PatternPartKind.Literal, inside);
        var match = Form().Match(inside);
        if (!match.Success) return null;
        return new PatternPart(
            PatternPartKind.Variable, match.Groups["key"].Value, match.Groups["default"].Success ? match.Groups["default"].Value : null);
    }

    private static void Flush(List<PatternPart> parts, StringBuilder plain)
    {
        if (plain.Length > 0) parts.Add(new PatternPart(PatternPartKind.Literal, plain.ToString()));
        plain.Clear();
    }

    [GeneratedRegex(@"\A\s*(?<key>[A-Za-z0-9._/-]+:[^,'{}]*[^\s,'{}])\s*(,\s*'(?<default>[^']*)'\s*)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
