using System.Security.Cryptography;
using IamConsole.Core.Accounts;

namespace IamConsole.Core.Users;

/// <summary>A console password that nobody has to think of: groups of five characters, at least four, 99 bits and more.</summary>
public static class GeneratedPassword
{
    // Without characters that look alike.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const string Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Group = 5;
    private const int Groups = 4;

    /// <summary>A new one that keeps the floor.</summary>
    public static string New() => New(PasswordPolicy.Default);

    /// <summary>A new one that keeps <paramref name="policy"/>; the hyphens between the groups are its symbols.</summary>
    public static string New(PasswordPolicy policy)
    {
        var alphabet = policy.RequireUppercase ? Alphabet + Capitals : Alphabet;
        var groups = Math.Max(Groups, (policy.MinimumLength + Group + 1) / (Group + 1) + 1);

        // By chance a kind of character may be missing: then another.
        string password;
        do password = string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(alphabet, Group)));
        while (ConsolePasswordRules.Check(password, policy) is not null);
        return password;
    }
}
