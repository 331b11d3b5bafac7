namespace IamConsole.Core.HardwareTokens;

/// <summary>A page of tokens.</summary>
/// <param name="Rows">The tokens.</param>
/// <param name="Total">Every token the account sees, counted up to <see cref="MostCounted"/> and one.</param>
/// <param name="Matches">Those that the filters let through, counted likewise; null without filters.</param>
/// <param name="NextAfter">Pass as <see cref="TokenQuery.After"/> for the next page; null on the last.</param>
/// <param name="Vendors">The makers to filter by.</param>
public sealed record TokenPage(IReadOnlyList<TokenRow> Rows, int Total, int? Matches, string? NextAfter, IReadOnlyList<string> Vendors)
{
    /// <summary>Beyond this many, a count is "more than".</summary>
    public const int MostCounted = 10_000;
}
