using IamConsole.Core.TokenStock;

namespace IamConsole.Core.HardwareTokens;

/// <summary>What the tokens page asks for. Filters narrow each other.</summary>
/// <param name="Search">The beginning of a serial number, or a user's whole name; null for all.</param>
/// <param name="State">Only tokens in this state today.</param>
/// <param name="Vendor">Only tokens of this maker, as written.</param>
/// <param name="Form">Only tokens of this form.</param>
/// <param name="ExpiresWithin">Only tokens that expire within so many days and have not expired.</param>
/// <param name="Descending">By serial number, from the end.</param>
/// <param name="After">Where the last page ended, see <see cref="TokenPage.NextAfter"/>; null for the first page.</param>
/// <param name="Size">Rows, at most 100.</param>
public sealed record TokenQuery(
    string? Search = null, TokenState? State = null, string? Vendor = null, TokenForm? Form = null, int? ExpiresWithin = null,
    bool Descending = false, string? After = null, int Size = 25)
{
    /// <summary>Whether anything narrows the list.</summary>
    public bool IsFiltered =>
        !string.IsNullOrWhiteSpace(Search) || State is not null || !string.IsNullOrEmpty(Vendor) || Form is not null || ExpiresWithin is not null;
}
