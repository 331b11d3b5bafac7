using System.Security.Cryptography;
using System.Text;

namespace IamConsole.Web.Hosting;

/// <summary>Proves that whoever sets up runs this installation: printed once, kept in memory, gone after use.</summary>
public sealed class SetupCode
{
    // Without letters and digits that look alike; 16 of 31 are 79 bits.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXY";

    private readonly string _code = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));

    /// <summary>The code, for the server's own output.</summary>
    public string Reveal() => _code;

    /// <summary>Whether <paramref name="typed"/> is the code, compared in constant time.</summary>
    public bool Matches(string? typed) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(_code), Encoding.UTF8.GetBytes((typed ?? "").Trim().ToUpperInvariant()));
}
