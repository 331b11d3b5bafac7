namespace IamConsole.Core.KeyProgram;

/// <summary>Where a key is sent, as typed; <see cref="ShippingAddressRules"/> says what is allowed.</summary>
/// <param name="FullName">Who receives it.</param>
/// <param name="Company">The company, or null.</param>
/// <param name="Line1">Street and number.</param>
/// <param name="Line2">Floor, unit, or null.</param>
/// <param name="City">The town.</param>
/// <param name="Region">State, province or region; in the United States the state's two letters.</param>
/// <param name="PostalCode">ZIP or postal code.</param>
/// <param name="Country">ISO 3166-1 alpha-2: the account's.</param>
/// <param name="Phone">For the carrier.</param>
public sealed record ShippingAddress(
    string? FullName, string? Company, string? Line1, string? Line2, string? City, string? Region, string? PostalCode, string? Country, string? Phone)
{
    /// <summary>A form for an account of this country, with nothing else in it.</summary>
    public static ShippingAddress In(string country) => new(null, null, null, null, null, null, null, country, null);

    /// <summary>Without blanks around the texts; blank ones are null.</summary>
    public ShippingAddress Trimmed() => new(
        Trim(FullName), Trim(Company), Trim(Line1), Trim(Line2), Trim(City), Trim(Region), Trim(PostalCode), Trim(Country), Trim(Phone));

    /// <summary>Only that it is one: what was typed gets into no log.</summary>
    public override string ToString() => nameof(ShippingAddress);

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
