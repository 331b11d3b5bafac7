using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.Totp;
using IamConsole.Tests.Core.Policies;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>Tokens with random parameters and files of each form that say them. The same seed gives the same ones.</summary>
internal sealed class GeneratedFiles(int seed)
{
    private readonly Dice _dice = new(seed);

    public byte[] Key { get; } = new byte[32];

    public List<SeedRecord> Tokens(int count) => [.. Enumerable.Range(0, count).Select(Token)];

    public static string Header(IEnumerable<SeedRecord> tokens, char delimiter = ',') =>
        string.Join(delimiter, "model", "secret key (hex)", "serial number", "algorithm", "time interval", "digits", "manufacturer", "partition", "expires on") + "\r\n"
        + string.Concat(tokens.Select(t => string.Join(
            delimiter, $"\"{t.Model}\"", Hex(t), t.Serial, t.Profile.Algorithm, t.Profile.PeriodSeconds, t.Profile.Digits, $"\"{t.Vendor?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", t.Partition, Date(t)) + "\r\n"));

    public static string Oath(IEnumerable<SeedRecord> tokens) =>
        string.Concat(tokens.Select(t => $"{t.Serial}, {Hex(t)}, totp, {t.Profile.Digits}, {t.Profile.PeriodSeconds}, {t.Profile.Algorithm}\n"));

    public static string Dat(IEnumerable<SeedRecord> tokens) => string.Concat(tokens.Select(t =>
        $"sccAuthenticatorId: {t.Serial}\nsccTokenType: {t.Model}\nsccTokenData: sccKey={Hex(t)};sccMode=T;sccPwLen={t.Profile.Digits};sccTick={t.Profile.PeriodSeconds};crypto=Hmac{t.Profile.Algorithm};\n\n"));

    public static string SafeNet(IEnumerable<SeedRecord> tokens) => "<Tokens>" + string.Concat(tokens.Select(t =>
        $"<Token serial=\"{t.Serial}\"><ProductName>{t.Model}</ProductName><Applications><Application><Seed>{Hex(t)}</Seed><TimeStep>{t.Profile.PeriodSeconds}</TimeStep>"
        + $"<Digits>{t.Profile.Digits}</Digits><Algorithm>{t.Profile.Algorithm}</Algorithm></Application></Applications></Token>\n")) + "</Tokens>";

    public string Pskc(IEnumerable<SeedRecord> tokens, bool encrypted)
    {
        var macKey = new byte[20];
        const string Method = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
        string Secret(SeedRecord t)
        {
            var plain = t.Secret.Bytes.ToArray();
            if (!encrypted) return PskcText.Plain(plain);
            var cipher = PskcText.Cbc(Key, plain, (byte)_dice.Next(256));
            return PskcText.Encrypted(cipher, Method, HMACSHA256.HashData(macKey, cipher));
        }

        return PskcText.Container((encrypted ? PskcText.PreShared + PskcText.MacMethod(PskcText.Cbc(Key, macKey), PskcText.HmacSha256, Method) : "")
            + string.Concat(tokens.Select(t => PskcText.Package(
                Secret(t), t.Serial, parameters: $"<Suite>HMAC-{t.Profile.Algorithm}</Suite><ResponseFormat Length=\"{t.Profile.Digits}\" Encoding=\"DECIMAL\"/>",
                data: $"<TimeInterval><PlainValue>{t.Profile.PeriodSeconds}</PlainValue></TimeInterval><TimeDrift><PlainValue>{t.DriftSteps}</PlainValue></TimeDrift>",
                key: t.ExpiresOn is null ? "" : $"<Policy><ExpiryDate>{Date(t)}T00:00:00Z</ExpiryDate></Policy>"))));
    }

    private SeedRecord Token(int number) => new(
        $"G-{number:D5}", TotpSecret.FromBytes(SHA512.HashData(Encoding.ASCII.GetBytes($"{seed}/{number}")).AsSpan(0, 16 + _dice.Next(49))),
        new TotpProfile((TotpAlgorithm)_dice.Next(3), 6 + 2 * _dice.Next(2), 30 * (1 + _dice.Next(2))),
        _dice.Next(3) switch { 0 => "Acme, Inc.", 1 => "Größe; \"quoted\"", _ => null }, $"Model {_dice.Next(9)}", null,
        _dice.Next(2) == 0 ? "aws-us-gov" : null, _dice.Next(2) == 0 ? new DateOnly(2030, 1, 1).AddDays(_dice.Next(3000)) : null, _dice.Next(41) - 20);

    private static string Hex(SeedRecord token) => Convert.ToHexString(token.Secret.Bytes.Span);

    private static string? Date(SeedRecord token) => token.ExpiresOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
