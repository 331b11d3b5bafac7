namespace IamConsole.Core.FidoMetadata;

/// <summary>What the page of models asks for. Filters narrow each other.</summary>
/// <param name="Search">Part of a name or description, or the beginning of a key; null for all.</param>
/// <param name="Fido">At least this FIDO level, "L1" to "L3plus".</param>
/// <param name="Fips">At least this level of FIPS 140-2 or 140-3, "L1" to "L4".</param>
/// <param name="Transport">Only models that are reached so, e.g. "nfc".</param>
/// <param name="Standing">Only models that stand so today.</param>
/// <param name="OwnedOnly">Only models of which a user of the account has one; for who may list users.</param>
/// <param name="Keys">Only these models, at most <see cref="MostCompared"/>; null for all.</param>
/// <param name="After">Where the last page ended, see <see cref="ModelPage.NextAfter"/>; null for the first page.</param>
/// <param name="Size">Rows, at most 100.</param>
public sealed record ModelQuery(
    string? Search = null, string? Fido = null, string? Fips = null, string? Transport = null, ModelStanding? Standing = null, bool OwnedOnly = false,
    IReadOnlyList<string>? Keys = null, string? After = null, int Size = 25)
{
    /// <summary>Most models side by side.</summary>
    public const int MostCompared = 4;

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Fido is not null || Fips is not null || Transport is not null
        || Standing is not null || OwnedOnly || Keys is not null;

    internal bool Takes(AuthenticatorModel model) =>
        (string.IsNullOrWhiteSpace(Search) || IsNamed(model, Search.Trim()))
        && (Fido is null || Reaches(model.Levels.Fido, Fido, StatusNames.FidoLevels))
        && (Fips is null || Reaches(model.Levels.Fips1402, Fips, StatusNames.FipsLevels) || Reaches(model.Levels.Fips1403, Fips, StatusNames.FipsLevels))
        && (Transport is null || model.Transports.Contains(Transport))
        && (Standing is null || model.Status.Standing == Standing)
        && (Keys is null || Keys.Take(MostCompared).Contains(model.Key));

    private static bool IsNamed(AuthenticatorModel model, string part) =>
        model.Name.Contains(part, StringComparison.OrdinalIgnoreCase)
        || model.Entry.Description?.Contains(part, StringComparison.OrdinalIgnoreCase) == true
        || model.Key.StartsWith(part, StringComparison.OrdinalIgnoreCase);

    private static bool Reaches(string? level, string least, IReadOnlyList<string> levels)
    {
        var order = levels.ToList();
        return level is not null && order.Contains(least) && order.IndexOf(level) >= order.IndexOf(least);
    }
}
