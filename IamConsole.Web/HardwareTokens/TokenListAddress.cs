using System.Globalization;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.TokenStock;

namespace IamConsole.Web.HardwareTokens;

/// <summary>The filters and the place of the tokens page as they stand in its address: links lead to them, reload and back keep them.</summary>
/// <param name="Search">The beginning of a serial number, or a user's name.</param>
/// <param name="State">Name of a <see cref="TokenState"/>, in small letters.</param>
/// <param name="Vendor">A maker.</param>
/// <param name="Form">"otptoken" or "displaycard".</param>
/// <param name="Expires">Days within which it expires.</param>
/// <param name="Direction">"desc", or nothing.</param>
/// <param name="After">Where the last page ended.</param>
public sealed record TokenListAddress(
    string? Search = null, string? State = null, string? Vendor = null, string? Form = null, string? Expires = null,
    string? Direction = null, string? After = null)
{
    /// <summary>The other direction.</summary>
    public const string Down = "desc";

    /// <summary>What Core is asked. Whatever makes no sense is left out.</summary>
    public TokenQuery Query => new(
        string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(), Read<TokenState>(State), string.IsNullOrEmpty(Vendor) ? null : Vendor,
        Read<TokenForm>(Form), int.TryParse(Expires, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null,
        Direction == Down, After);

    /// <summary>Without filters, in the same order.</summary>
    public TokenListAddress Unfiltered => new(Direction: Direction);

    /// <summary>For the address bar; null leaves a parameter out.</summary>
    public Dictionary<string, object?> Parameters => new()
    {
        ["q"] = Text(Search),
        ["state"] = Text(State),
        ["vendor"] = Text(Vendor),
        ["form"] = Text(Form),
        ["expires"] = Text(Expires),
        ["dir"] = Text(Direction),
        ["after"] = Text(After),
    };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static T? Read<T>(string? name) where T : struct, Enum =>
        name is not null && name.All(char.IsAsciiLetter) && Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : null;
}
