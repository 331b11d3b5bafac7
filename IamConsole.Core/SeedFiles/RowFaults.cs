namespace IamConsole.Core.SeedFiles;

/// <summary>Every refusal of a row, in words. None repeats what stands in the row, except names of algorithms.</summary>
internal static class RowFaults
{
    private const int LongestName = 48;

    public static readonly SeedRowFault NoSerial = new(SeedRowFaultCode.BadSerial, "The serial number is missing.");
    public static readonly SeedRowFault BadSerial = new(
        SeedRowFaultCode.BadSerial, "A serial number has 1 to 256 letters, digits and the characters + = / : , . @ _ -");
    public static readonly SeedRowFault RoundedSerial = new(
        SeedRowFaultCode.BadSerial,
        "A spreadsheet has rounded the serial number (like 2.60012E+12): its last digits are lost. Use the vendor's own file, or format the column as text before the file is opened.");
    public static readonly SeedRowFault SerialCouldBeSeed = new(
        SeedRowFaultCode.BadSerial, "What stands in place of the serial number could be a secret key: have columns changed places?");
    public static readonly SeedRowFault NoSeed = new(SeedRowFaultCode.BadSeed, "The secret key is missing.");
    public static readonly SeedRowFault RoundedSeed = new(
        SeedRowFaultCode.BadSeed, "A spreadsheet has taken the secret key for a number and rounded it. Use the vendor's own file.");
    public static readonly SeedRowFault NotHex = new(SeedRowFaultCode.BadSeed, "The secret key is not hexadecimal.");
    public static readonly SeedRowFault HexExpected = new(
        SeedRowFaultCode.BadSeed, "The secret key is Base32; this form of file has hexadecimal keys. Use a CSV file with a header for Base32.");
    public static readonly SeedRowFault NotBase32 = new(
        SeedRowFaultCode.BadSeed, "The secret key is not Base32 (letters A to Z and digits 2 to 7).");
    public static readonly SeedRowFault Base32Expected = new(
        SeedRowFaultCode.BadSeed, "The secret key is not Base32 but looks hexadecimal: then its column is named “secret key (hex)”.");
    public static readonly SeedRowFault NotBase64 = new(SeedRowFaultCode.BadSeed, "The secret key is not Base64.");
    public static readonly SeedRowFault SeedTooShort = new(
        SeedRowFaultCode.SeedTooShort, "The secret key is shorter than 128 bits (RFC 4226, R6).");
    public static readonly SeedRowFault SeedTooLong = new(SeedRowFaultCode.SeedTooLong, "The secret key is longer than 1024 bits.");
    public static readonly SeedRowFault Hotp = new(
        SeedRowFaultCode.UnsupportedAlgorithm,
        "This token counts button presses (HOTP). Only TOTP tokens can be imported: order time-based ones (RFC 6238) of 30 or 60 seconds and 6 or 8 digits.");
    public static readonly SeedRowFault Hash = new(
        SeedRowFaultCode.UnsupportedAlgorithm, "The algorithm must be SHA1, SHA256 or SHA512.");
    public static readonly SeedRowFault NoAlgorithm = new(
        SeedRowFaultCode.UnsupportedAlgorithm, "The file does not say the algorithm of this key.");
    public static readonly SeedRowFault UntypedIsHotp = new(
        SeedRowFaultCode.UnsupportedAlgorithm, "The row names no type, which means HOTP in this form of file. Only TOTP tokens can be imported.");
    public static readonly SeedRowFault AmbiguousHash = new(
        SeedRowFaultCode.AmbiguousAlgorithm,
        "A secret key of this length is used with SHA1 and with a longer hash. Name the algorithm in a sixth column.");
    public static readonly SeedRowFault Digits = new(SeedRowFaultCode.UnsupportedDigits, "A code must have 6 or 8 digits.");
    public static readonly SeedRowFault NotDecimal = new(
        SeedRowFaultCode.UnsupportedDigits, "A code must be decimal digits without a check digit.");
    public static readonly SeedRowFault Period = new(
        SeedRowFaultCode.UnsupportedPeriod, "The time interval must be 30 or 60 seconds.");
    public static readonly SeedRowFault Time = new(
        SeedRowFaultCode.UnsupportedTime, "The token's time must begin with the Unix epoch: its start time must be 0.");
    public static readonly SeedRowFault Drift = new(
        SeedRowFaultCode.UnsupportedTime, "The drift must be a whole number of steps, at most a million.");
    public static readonly SeedRowFault Date = new(
        SeedRowFaultCode.BadDate, "The expiry date must be written as 2030-12-31.");
    public static readonly SeedRowFault AmbiguousDate = new(
        SeedRowFaultCode.BadDate, "The expiry date can be read in two ways, day or month first.");
    public static readonly SeedRowFault Partition = new(
        SeedRowFaultCode.BadPartition, "The partition must be aws or aws-us-gov.");
    public static readonly SeedRowFault Text = new(
        SeedRowFaultCode.BadText, "Manufacturer, model and form have at most 256 characters and no control characters.");
    public static readonly SeedRowFault Quotes = new(
        SeedRowFaultCode.BadRow, "A quotation mark stands where none belongs, or a field runs over the end of its line.");
    public static readonly SeedRowFault Unnamed = new(
        SeedRowFaultCode.BadRow, "Something stands in a column that has no name.");
    public static readonly SeedRowFault Profile = new(
        SeedRowFaultCode.MissingProfile, "The parameters of this key stand in a key profile that is not in the file.");
    public static readonly SeedRowFault Reference = new(
        SeedRowFaultCode.MissingProfile, "The file only refers to this key; the key itself is elsewhere.");
    public static readonly SeedRowFault Usage = new(
        SeedRowFaultCode.UnsupportedPolicy, "The policy of this key does not allow one-time passwords.");
    public static readonly SeedRowFault Policy = new(
        SeedRowFaultCode.UnsupportedPolicy, "The policy of this key asks for something that is not supported.");
    public static readonly SeedRowFault Pin = new(
        SeedRowFaultCode.UnsupportedPolicy, "The policy of this key asks for a PIN that becomes part of the code.");
    public static readonly SeedRowFault NoMac = new(SeedRowFaultCode.MissingMac, "The encrypted value has no MAC.");
    public static readonly SeedRowFault UnnamedMac = new(
        SeedRowFaultCode.MissingMac, "The MAC of the value cannot be checked: the file does not say its algorithm.");
    public static readonly SeedRowFault WrongMac = new(
        SeedRowFaultCode.WrongMac, "The MAC is wrong: the value was changed, or the key or password is not that of this file.");
    public static readonly SeedRowFault CannotDecrypt = new(
        SeedRowFaultCode.CannotDecrypt, "The value cannot be decrypted: it was changed, or the key or password is not that of this file.");

    public static SeedRowFault Columns(int found, int expected) => new(
        SeedRowFaultCode.BadRow, $"The row has {found} columns where the first row has {expected}.");

    public static SeedRowFault Row(string message) => new(SeedRowFaultCode.BadRow, message);

    public static SeedRowFault Algorithm(string name) => name.Contains("HOTP", StringComparison.OrdinalIgnoreCase) ? Hotp : new(
        SeedRowFaultCode.UnsupportedAlgorithm, $"Only TOTP tokens can be imported; {Named(name)} is not supported.");

    public static SeedRowFault Encryption(string name) => new(
        SeedRowFaultCode.UnsupportedEncryption, $"The encryption {Named(name)} is not supported.");

    /// <summary>A name from the file as it may be shown: short, plain, and nothing that could be a seed.</summary>
    public static string Named(string name) =>
        name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || "-_.:#/ ".Contains(c)) && !SeedRules.CouldBeSeed(name)
            ? name : "this one";
}
