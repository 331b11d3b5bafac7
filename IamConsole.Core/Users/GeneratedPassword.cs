using System.Security.Cryptography;

namespace IamConsole.Core.Users;

/// <summary>A console password that nobody has to think of: four groups of five characters, 99 bits.</summary>
public static class GeneratedPassword
{
    // Without characters that look alike.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A new one.</summary>
    public static string New() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));
}
