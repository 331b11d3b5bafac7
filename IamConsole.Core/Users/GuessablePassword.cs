using System.Globalization;
using System.Text;

namespace IamConsole.Core.Users;

/// <summary>Passwords that are guessed first, although no list has them: one character over and over, and names (NIST SP 800-63B-4, 3.1.1.2).</summary>
internal static class GuessablePassword
{
    /// <summary>What this console is called.</summary>
    private static readonly string[] Product = ["IAM Console", "IAM", "Console"];

    // A shorter name may stand in a good password by chance.
    private const int ShortestDecorated = 3;

    // Letters and symbols by their category, which show nothing all the same.
    private static readonly Rune[] Fillers = [new(0x115F), new(0x1160), new(0x2800), new(0x3164), new(0xFFA0)];

    /// <summary>Whether it is blank, or one character over and over, blanks apart.</summary>
    public static bool IsMonotone(string password) =>
        password.EnumerateRunes().Where(r => !IsBlank(r)).Select(Rune.ToUpperInvariant).Distinct().Take(2).Count() < 2;

    /// <summary>
    /// Whether it is one of the names or the product's: without regard to case, blanks and signs between, the name once or
    /// several times, as it is or backwards, with digits and signs before or behind it.
    /// </summary>
    public static bool IsName(string password, IEnumerable<string?> names) =>
        names.OfType<string>().SelectMany(Parts).Concat(Product).Any(name => IsOf(password, name));

    // An address, and what stands before the @ in it.
    private static IEnumerable<string> Parts(string name) => name.IndexOf('@') is > 0 and var at ? [name, name[..at]] : [name];

    private static bool IsOf(string password, string name)
    {
        if (string.Equals(password, name, StringComparison.OrdinalIgnoreCase)) return true;
        var (typed, bare) = (Bare(password), Bare(PasswordText.Normalize(name)));
        if (bare.Length == 0) return false;
        if (Repeats(typed, bare)) return true;
        var (core, wanted) = (WithoutDigitsAround(typed), WithoutDigitsAround(bare));
        return wanted.Length >= ShortestDecorated && core.Length > 0 && (Repeats(core, wanted) || Repeats(core, Backwards(wanted)));
    }

    private static string Bare(string text) =>
        string.Concat(text.EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(r => Rune.ToUpperInvariant(r).ToString()));

    private static string WithoutDigitsAround(string text) => text.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static string Backwards(string text) => string.Concat(text.EnumerateRunes().Reverse().Select(r => r.ToString()));

    private static bool Repeats(string text, string part) =>
        text.Length > 0 && text.Length % part.Length == 0 && text.Replace(part, "", StringComparison.Ordinal).Length == 0;

    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Fillers.Contains(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator;
}
