using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IamConsole.Core.KeyProgram;

/// <summary>What an address must be, field by field. Anything a label printer could not show is refused.</summary>
public static partial class ShippingAddressRules
{
    /// <summary>The country with states and ZIP codes.</summary>
    public const string UnitedStates = "US";

    /// <summary>Longest name, company and line.</summary>
    public const int LongestLine = 70;

    /// <summary>Longest city and region.</summary>
    public const int LongestPlace = 50;

    /// <summary>Longest postal code.</summary>
    public const int LongestPostalCode = 12;

    /// <summary>Longest telephone number.</summary>
    public const int LongestPhone = 24;

    /// <summary>Every field that is wrong, in the order of the form, once each; empty when the address is good.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="accountCountry">The account's country: keys are sent nowhere else.</param>
    public static IReadOnlyList<Error> Check(ShippingAddress typed, string accountCountry)
    {
        var address = typed.Trimmed();
        var isUs = accountCountry == UnitedStates;
        Error?[] found =
        [
            Text(address.FullName, KeyProgramErrors.FullNameField, LongestLine, KeyProgramErrors.NoName),
            Phone(address.Phone),
            Text(address.Company, KeyProgramErrors.CompanyField, LongestLine, missing: null),
            Text(address.Line1, KeyProgramErrors.Line1Field, LongestLine, KeyProgramErrors.NoLine),
            Text(address.Line2, KeyProgramErrors.Line2Field, LongestLine, missing: null),
            Text(address.City, KeyProgramErrors.CityField, LongestPlace, KeyProgramErrors.NoCity),
            isUs ? State(address.Region) : Text(address.Region, KeyProgramErrors.RegionField, LongestPlace, missing: null),
            isUs ? Zip(address.PostalCode) : PostalCode(address.PostalCode),
            address.Country == accountCountry ? null : KeyProgramErrors.OtherCountry,
        ];
        return [.. found.OfType<Error>()];
    }

    private static Error? Text(string? value, string field, int longest, Error? missing) =>
        value is null ? missing
        : value.Length > longest ? KeyProgramErrors.TooLong(longest, field)
        : value.EnumerateRunes().All(IsPrintable) ? null : KeyProgramErrors.NotPrintable(field);

    private static Error? State(string? code) => UsStates.All.Any(s => s.Code == code) ? null : KeyProgramErrors.NoState;

    private static Error? Zip(string? code) => code is not null && ZipForm().IsMatch(code) ? null : KeyProgramErrors.InvalidZip;

    // Many countries have no postal codes, so it may be left out.
    private static Error? PostalCode(string? code) => code is null || PostalForm().IsMatch(code) ? null : KeyProgramErrors.InvalidPostalCode;

    private static Error? Phone(string? phone) =>
        phone is { Length: <= LongestPhone } && PhoneForm().IsMatch(phone) && phone.Count(char.IsAsciiDigit) is >= 5 and <= 15
            ? null : KeyProgramErrors.InvalidPhone;

    private static bool IsPrintable(Rune rune) =>
        rune != Rune.ReplacementChar && !IsDirection(rune.Value)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    // Overrides and isolates of the writing direction could show one address and mean another (Unicode UTR 36, 2.10).
    private static bool IsDirection(int value) => value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    [GeneratedRegex(@"\A[0-9]{5}(-[0-9]{4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ZipForm();

    [GeneratedRegex(@"\A[A-Za-z0-9](?:[A-Za-z0-9 -]{0,10}[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PostalForm();

    [GeneratedRegex(@"\A\+?[0-9 ().\-/]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneForm();
}
