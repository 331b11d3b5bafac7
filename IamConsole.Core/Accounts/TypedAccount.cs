using System.Globalization;

namespace IamConsole.Core.Accounts;

/// <summary>
/// An account as a person types or pastes it: the number as the console shows it (4827-1930-5561), with any hyphen or blanks,
/// and the alias in any case.
/// </summary>
public static class TypedAccount
{
    /// <summary>The number or alias that is meant; what can be neither stays as it is, without the blanks around it.</summary>
    public static string Normalize(string? typed)
    {
        var text = typed?.Trim() ?? "";
        var digits = string.Concat(text.Where(c => !IsBetweenGroups(c)));
        if (AccountId.IsValid(digits)) return digits;
        var alias = text.ToLowerInvariant();
        return AccountAlias.IsValid(alias) ? alias : text;
    }

    // What is copied from a page or a document has hyphens and blanks of other kinds too.
    private static bool IsBetweenGroups(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.DashPunctuation or UnicodeCategory.SpaceSeparator or UnicodeCategory.Format or UnicodeCategory.Control;
}
