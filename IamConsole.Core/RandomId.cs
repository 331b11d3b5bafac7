using System.Security.Cryptography;

namespace IamConsole.Core;

/// <summary>Identifiers that cannot be guessed: 26 Base32 characters (130 bits) behind a readable prefix.</summary>
internal static class RandomId
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string New(string prefix = "") => prefix + RandomNumberGenerator.GetString(Alphabet, 26);
}
