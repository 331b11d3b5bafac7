using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.AuditTrail;

/// <summary>JSON in several lines, numbered and coloured. Whatever it holds is text.</summary>
public sealed partial class JsonRecord
{
    [Parameter, EditorRequired] public required string Json { get; set; }

    private IEnumerable<(string Indent, string? Key, string Value, bool IsText, string End)> Lines() =>
        Json.Split('\n').Select(line =>
        {
            var parts = Line().Match(line.TrimEnd('\r'));
            var value = parts.Groups["value"].Value;
            return (parts.Groups["indent"].Value, parts.Groups["key"] is { Success: true } key ? key.Value : null, value,
                value.StartsWith('"'), parts.Groups["end"].Value);
        });

    [GeneratedRegex("""^(?<indent>\s*)(?:(?<key>"(?:[^"\\]|\\.)*"): )?(?<value>.*?)(?<end>,?)$""")]
    private static partial Regex Line();
}
