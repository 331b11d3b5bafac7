namespace IamConsole.Core.Policies.Language;

/// <summary>
/// <c>*</c> is any run of characters, <c>?</c> any one. Follows all readings at once, so that no pattern is slow:
/// pattern length times text length at most.
/// </summary>
internal static class Wildcards
{
    public static bool Match(List<WildcardChar> pattern, string text, bool ignoreCase, bool starsStopAtColon)
    {
        // Reached[i]: the pattern's first i characters match the text read so far.
        var reached = new bool[pattern.Count + 1];
        reached[0] = true;
        SkipStars(pattern, reached);
        foreach (var c in text)
        {
            var next = new bool[reached.Length];
            for (var i = 0; i < pattern.Count; i++)
            {
                if (!reached[i]) continue;
                if (IsStar(pattern[i])) next[i] |= c != ':' || !starsStopAtColon || EndsSegment(pattern, i);
                else if (Fits(pattern[i], c, ignoreCase)) next[i + 1] = true;
            }

            SkipStars(pattern, next);
            reached = next;
        }

        return reached[^1];
    }

    private static void SkipStars(List<WildcardChar> pattern, bool[] reached)
    {
        for (var i = 0; i < pattern.Count; i++)
            if (reached[i] && IsStar(pattern[i])) reached[i + 1] = true;
    }

    private static bool IsStar(WildcardChar c) => c is { IsWildcard: true, Character: '*' };

    // The User Guide: a star as the last character of a segment may match beyond the colon.
    private static bool EndsSegment(List<WildcardChar> pattern, int star) =>
        star + 1 == pattern.Count || pattern[star + 1].Character == ':';

    private static bool Fits(WildcardChar wanted, char found, bool ignoreCase) =>
        wanted.IsWildcard
        || (ignoreCase ? char.ToUpperInvariant(wanted.Character) == char.ToUpperInvariant(found) : wanted.Character == found);
}
