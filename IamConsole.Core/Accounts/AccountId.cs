using System.Security.Cryptography;

namespace IamConsole.Core.Accounts;

/// <summary>The account number: exactly twelve ASCII digits.</summary>
public static class AccountId
{
    /// <summary>A random number that does not begin with 0.</summary>
    public static string New() =>
        RandomNumberGenerator.GetInt32(1, 10) + RandomNumberGenerator.GetString("0123456789", 11);

    /// <summary>Whether the text is an account number.</summary>
    public static bool IsValid(string? text) => text is { Length: 12 } && text.All(char.IsAsciiDigit);

    /// <summary>The form people read aloud: 4827-1930-5561.</summary>
    public static string Grouped(string id) => $"{id[..4]}-{id[4..8]}-{id[8..]}";
}
