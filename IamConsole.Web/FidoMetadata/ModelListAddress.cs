using IamConsole.Core.FidoMetadata;

namespace IamConsole.Web.FidoMetadata;

/// <summary>Filters and place of the list as they stand in its address: links lead to them, reload and back keep them.</summary>
/// <param name="Search">Part of a name, or the beginning of a key.</param>
/// <param name="Fido">"L1" to "L3plus".</param>
/// <param name="Fips">"L1" to "L4".</param>
/// <param name="Transport">"usb" and the like.</param>
/// <param name="Status">Name of a <see cref="ModelStanding"/>, in small letters.</param>
/// <param name="Owned">"yes", or nothing.</param>
/// <param name="After">Where the last page ended.</param>
public sealed record ModelListAddress(
    string? Search = null, string? Fido = null, string? Fips = null, string? Transport = null, string? Status = null, string? Owned = null, string? After = null)
{
    /// <summary>What Core is asked. Whatever makes no sense is left out.</summary>
    public ModelQuery Query => new(
        string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(), Fido is not null && StatusNames.FidoLevels.Contains(Fido) ? Fido : null,
        Fips is not null && StatusNames.FipsLevels.Contains(Fips) ? Fips : null, Text(Transport),
        Status is not null && Status.All(char.IsAsciiLetter) && Enum.TryParse<ModelStanding>(Status, ignoreCase: true, out var standing) ? standing : null,
        Owned == "yes", null, After);

    /// <summary>For the address bar; null leaves a parameter out.</summary>
    public Dictionary<string, object?> Parameters => new()
    {
        ["q"] = Text(Search),
        ["fido"] = Text(Fido),
        ["fips"] = Text(Fips),
        ["transport"] = Text(Transport),
        ["status"] = Text(Status),
        ["owned"] = Text(Owned),
        ["after"] = Text(After),
    };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
