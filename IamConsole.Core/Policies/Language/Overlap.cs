namespace IamConsole.Core.Policies.Language;

/// <summary>Whether a pattern can match anything of a form at all.</summary>
internal static class Overlap
{
    /// <summary>In a form: one digit.</summary>
    public const char Digit = '\u0001';

    /// <summary>In a form: one character or more, of those that names and paths have: no colon.</summary>
    public const char Anything = '\u0002';

    /// <summary>Follows both at once, so that the work is the product of their lengths at most.</summary>
    /// <param name="pattern">Text with wildcards; see <see cref="PolicyPattern.Shape"/>.</param>
    /// <param name="form">Plain text with <see cref="Digit"/> and <see cref="Anything"/>.</param>
    public static bool Exists(List<WildcardChar> pattern, string form)
    {
        var (seen, open) = (new HashSet<(int, int, bool)>(), new Stack<(int At, int Of, bool Entered)>());
        open.Push((0, 0, false));
        while (open.TryPop(out var here))
        {
            if (!seen.Add(here)) continue;
            var (i, j, entered) = here;
            if (i == pattern.Count && j == form.Length) return true;
            var isStar = i < pattern.Count && pattern[i] is { IsWildcard: true, Character: '*' };
            var isRun = j < form.Length && form[j] == Anything;
            if (isStar) open.Push((i + 1, j, entered));
            if (isRun && entered) open.Push((i, j + 1, false));
            if (i == pattern.Count || j == form.Length || !isStar && !Fits(pattern[i], form[j])) continue;
            open.Push((isStar ? i : i + 1, isRun ? j : j + 1, isRun));
        }

        return false;
    }

    private static bool Fits(WildcardChar one, char of) =>
        one.IsWildcard || of switch
        {
            Digit => char.IsAsciiDigit(one.Character),
            Anything => one.Character != ':',
            _ => one.Character == of,
        };
}
