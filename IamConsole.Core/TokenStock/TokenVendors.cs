using IamConsole.Core.Accounts;

namespace IamConsole.Core.TokenStock;

/// <summary>
/// Vendors that serve one partition only (the original's "Hardware TOTP token" documentation). Whoever is not among them
/// serves the partition that its importer says.
/// </summary>
public static class TokenVendors
{
    /// <summary>The vendors that the original names, with their partition.</summary>
    public static IReadOnlyDictionary<string, string> Known { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Thales"] = Partition.Aws,
        ["Gemalto"] = Partition.Aws,
        ["SafeNet"] = Partition.Aws,
        ["Hypersecu"] = Partition.AwsUsGov,
    };

    /// <summary>The only partition that the vendor's tokens serve, or null where that is not laid down.</summary>
    public static string? PartitionOnly(string? vendor) =>
        vendor is null ? null : Known.Where(v => vendor.StartsWith(v.Key, StringComparison.OrdinalIgnoreCase)).Select(v => v.Value).FirstOrDefault();
}
