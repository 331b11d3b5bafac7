using System.Text.RegularExpressions;

namespace IamConsole.Core.Policies;

/// <summary>A policy's or group's name: 1 to 128 of <c>[A-Za-z0-9_+=,.@-]</c>.</summary>
public static partial class PolicyName
{
    /// <summary>Whether the text may be a name.</summary>
    public static bool IsValid(string? text) => text is not null && Form().IsMatch(text);

    /// <summary>The one form that is compared.</summary>
    public static string Normalize(string name) => name.ToUpperInvariant();

    [GeneratedRegex(@"\A[A-Za-z0-9_+=,.@-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
