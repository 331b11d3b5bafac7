using System.Buffers;
using System.Globalization;
using System.Text;
using IamConsole.Core.Accounts;

namespace IamConsole.Core.Users;

/// <summary>
/// What a console password must be. The floor: 8 to 256 characters, none of the common ones, not one character over and over,
/// not a name of the user, the account or the product (NIST SP 800-63B-4, 3.1.1.2). An account's policy asks more of IAM users,
/// never less. Characters are Unicode's code points, counted in the form in which the password is hashed.
/// </summary>
public static class ConsolePasswordRules
{
    /// <summary>Shortest, in characters.</summary>
    public const int MinLength = PasswordPolicy.LeastLength;

    /// <summary>Longest, in characters.</summary>
    public const int MaxLength = 256;

    /// <summary>Longest, in UTF-8 bytes.</summary>
    public const int MaxBytes = 1024;

    /// <summary>What the original counts as a symbol.</summary>
    public const string Symbols = "!@#$%^&*()_+-=[]{}|'";

    private static readonly SearchValues<char> AnySymbol = SearchValues.Create(Symbols);

    /// <summary>The first rule of the floor that <paramref name="password"/> breaks, or null.</summary>
    public static Error? Check(string password, params IEnumerable<string?> forbiddenNames) =>
        Check(password, PasswordPolicy.Default, forbiddenNames);

    /// <summary>The first rule of floor and policy that <paramref name="password"/> breaks, or null.</summary>
    public static Error? Check(string password, PasswordPolicy policy, params IEnumerable<string?> forbiddenNames)
    {
        if (IsTooLongToHash(password)) return Refuse("Use at most 256 characters.");
        password = PasswordText.Normalize(password);
        var least = Math.Max(MinLength, policy.MinimumLength);
        if (password.EnumerateRunes().Count() < least) return Refuse(string.Create(CultureInfo.InvariantCulture, $"Use at least {least} characters."));
        if (policy.RequireUppercase && !password.AsSpan().ContainsAnyInRange('A', 'Z')) return Refuse("Use an upper-case letter (A to Z).");
        if (policy.RequireLowercase && !password.AsSpan().ContainsAnyInRange('a', 'z')) return Refuse("Use a lower-case letter (a to z).");
        if (policy.RequireDigit && !password.AsSpan().ContainsAnyInRange('0', '9')) return Refuse("Use a digit.");
        if (policy.RequireSymbol && !password.AsSpan().ContainsAny(AnySymbol)) return Refuse($"Use one of the symbols {Symbols}");
        if (GuessablePassword.IsMonotone(password)) return Refuse("Use more than blanks and one character over and over.");
        if (CommonPasswords.Contains(password)) return Refuse("This password is on the list of common passwords.");
        return GuessablePassword.IsName(password, forbiddenNames)
            ? Refuse("The password must not be a name: of the user, the account or this console, with digits or signs around it or without.")
            : null;
    }

    /// <summary>The rules in one sentence, for the field in which a password is typed.</summary>
    public static string Describe(PasswordPolicy policy)
    {
        (bool Asked, string Kind)[] kinds =
        [
            (policy.RequireUppercase, "an upper-case letter"), (policy.RequireLowercase, "a lower-case letter"),
            (policy.RequireDigit, "a digit"), (policy.RequireSymbol, $"a symbol ({Symbols})"),
        ];
        var asked = kinds.Where(k => k.Asked).Select(k => k.Kind).ToList();
        var with = asked.Count == 0 ? "" : asked is [.. var first, var last] && first.Count > 0 ? $" with {string.Join(", ", first)} and {last}" : $" with {asked[0]}";
        var former = policy.RememberedPasswords switch
        {
            null => "",
            1 => ", not the present one",
            { } count => string.Create(CultureInfo.InvariantCulture, $", none of the last {count}"),
        };
        return string.Create(CultureInfo.InvariantCulture,
            $"{Math.Max(MinLength, policy.MinimumLength)} to {MaxLength} characters{with}; not a common password, not a name{former}.");
    }

    /// <summary>Whether hashing would only burn time: refused before.</summary>
    public static bool IsTooLongToHash(string password) =>
        password.Length > MaxLength * 2
        || Encoding.UTF8.GetByteCount(password) > MaxBytes
        || password.EnumerateRunes().Count() > MaxLength;

    private static Error Refuse(string message) => new("PasswordPolicyViolation", message);
}
