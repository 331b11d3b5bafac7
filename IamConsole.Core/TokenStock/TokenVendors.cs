using IamConsole.Core.Accounts;

namespace IamConsole.Core.TokenStock;

/// <summary>
/// Makers that serve one partition only: the original's seed documents name them, and the operator may name others. Whoever
/// is not among them serves the partition that its importer says.
/// </summary>
public sealed class TokenVendors(IReadOnlyList<TokenVendor> all)
{
    /// <summary>Those of the original: Thales, under its earlier names too, and Hypersecu.</summary>
    public static IReadOnlyList<TokenVendor> Original { get; } =
    [
        new("Thales", Partition.Aws), new("Gemalto", Partition.Aws), new("SafeNet", Partition.Aws), new("Hypersecu", Partition.AwsUsGov),
    ];

    /// <summary>The only partition that the maker's tokens serve, or null where that is not laid down.</summary>
    public string? PartitionOnly(string? vendor) =>
        vendor is null ? null : all.FirstOrDefault(v => vendor.StartsWith(v.Name, StringComparison.OrdinalIgnoreCase))?.Partition;
}
