using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IamConsole.Core.Totp;

/// <summary>
/// A typed code in its one normal form: exactly the digits of the device, ASCII, nothing trimmed.
/// The same form feeds comparison, replay guard and counter (security bar T13).
/// </summary>
public readonly struct TotpCode
{
    private readonly string? _digits;
    private readonly int _number;

    private TotpCode(string digits) => (_digits, _number) = (digits, int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>Reads a code of exactly <paramref name="digits"/> ASCII digits.</summary>
    public static bool TryParse(string? text, int digits, out TotpCode code)
    {
        code = default;
        if (text is null || text.Length != digits || !text.All(char.IsAsciiDigit)) return false;
        code = new TotpCode(text);
        return true;
    }

    /// <summary>Whether both are the same code, in time that does not depend on where they differ.</summary>
    internal bool Matches(string computed) => _digits is not null && CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(_digits), Encoding.ASCII.GetBytes(computed));

    /// <summary>
    /// Whether it is the code of this number and so many digits: equal lengths first, which are no secret, then one comparison
    /// of two numbers, whose time does not depend on where they differ.
    /// </summary>
    internal bool Matches(int computed, int digits) => _digits?.Length == digits && _number == computed;

    /// <summary>Hides the code.</summary>
    public override string ToString() => nameof(TotpCode);
}
