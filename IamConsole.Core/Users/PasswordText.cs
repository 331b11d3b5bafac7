using ADRaffy.ENSNormalize;

namespace IamConsole.Core.Users;

/// <summary>
/// A password in Unicode's normal form C, in which it is hashed and compared (NIST SP 800-63B-4, 3.1.1.2): keyboards send "é" as one
/// character or as two. Not by <c>string.Normalize</c>, which answers its input under InvariantGlobalization, and without it
/// needs a library of the system that may be missing.
/// </summary>
public static class PasswordText
{
    /// <summary>The normal form. Half a surrogate pair, which no keyboard sends, leaves the text as it is.</summary>
    public static string Normalize(string password)
    {
        if (System.Text.Ascii.IsValid(password)) return password;
        for (var i = 0; i < password.Length; i++)
        {
            if (!char.IsSurrogate(password[i])) continue;
            if (i + 1 >= password.Length || !char.IsSurrogatePair(password, i)) return password;
            i++;
        }

        return ENSNormalize.NF.NFC(password);
    }

    /// <summary>Whether both would be hashed to the same.</summary>
    public static bool AreSame(string? one, string? other) => Normalize(one ?? "") == Normalize(other ?? "");
}
