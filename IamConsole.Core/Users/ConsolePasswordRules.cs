using System.Text;

namespace IamConsole.Core.Users;

/// <summary>
/// What a console password must be: 8 to 256 characters, none of the common ones, not a name of the user or account
/// (NIST SP 800-63B-4, 3.1.1.2; no composition rules).
/// </summary>
public static class ConsolePasswordRules
{
    /// <summary>Shortest, in characters.</summary>
    public const int MinLength = 8;

    /// <summary>Longest, in characters.</summary>
    public const int MaxLength = 256;

    /// <summary>Longest, in UTF-8 bytes.</summary>
    public const int MaxBytes = 1024;

    /// <summary>The first rule that <paramref name="password"/> breaks, or null.</summary>
    public static Error? Check(string password, params IEnumerable<string?> forbiddenNames)
    {
        if (IsTooLongToHash(password)) return Refuse("Use at most 256 characters.");
        if (password.EnumerateRunes().Count() < MinLength) return Refuse("Use at least 8 characters.");
        if (CommonPasswords.Contains(password)) return Refuse("This password is on the list of common passwords.");
        return forbiddenNames.Any(name => string.Equals(name, password, StringComparison.OrdinalIgnoreCase))
            ? Refuse("The password must not be the name or email address of the user or account.")
            : null;
    }

    /// <summary>Whether hashing would only burn time: refused before.</summary>
    public static bool IsTooLongToHash(string password) =>
        password.Length > MaxLength * 2
        || Encoding.UTF8.GetByteCount(password) > MaxBytes
        || password.EnumerateRunes().Count() > MaxLength;

    private static Error Refuse(string message) => new("PasswordPolicyViolation", message);
}
