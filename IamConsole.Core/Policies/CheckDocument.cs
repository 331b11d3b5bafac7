using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Policies;

internal static class CheckDocument
{
    /// <summary>Null, or why the text cannot be stored: malformed at a place, or beyond the quota.</summary>
    public static Error? Run(string text, int limit, bool isManaged = false)
    {
        var reading = PolicyParser.Read(text, isManaged);
        if (reading.Document is null) return PolicyErrors.Malformed(reading.Findings[0]);
        return Size(text) > limit ? PolicyErrors.TooLong(limit) : null;
    }

    /// <summary>As quotas count: without white space.</summary>
    public static int Size(string text) => text.Count(c => !char.IsWhiteSpace(c));
}
