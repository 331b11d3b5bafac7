using System.Collections.Frozen;

namespace IamConsole.Core.Attestation.Tpm;

/// <summary>
/// Manufacturers by TCG TPM Vendor ID Registry, version 1.06. Whoever is not in it is not trusted, but not refused either: the
/// registry grows.
/// </summary>
internal static class TpmVendors
{
    private const string Prefix = "id:";

    private static readonly FrozenSet<uint> Known = FrozenSet.Create<uint>(
    [
        .. new[]
        {
            "AMD\0", "ANT\0", "ATML", "BRCM", "CSCO", "FLYS", "GOOG", "HISI", "HPE\0", "HPI\0", "IBM\0", "IFX\0", "INTC", "LEN\0", "MSFT",
            "NSG\0", "NSM ", "NTC\0", "NTZ\0", "QCOM", "ROCC", "SEAL", "SECE", "SMSC", "SMSN", "SNS\0", "STM ", "TXN\0", "WEC\0",
        }.Select(Number),

        // Nobody's: FIDO's conformance tool and WebAuthn's vectors. They open nothing, because anchors decide.
        0xfffff1d0, 0x00000000,
    ]);

    /// <summary>Whether it has the form <c>id:</c> and eight hex digits (TCG EK Credential Profile 2.5, 3.2.9).</summary>
    public static bool IsWellFormed(string vendor) => Parse(vendor) is not null;

    public static bool Knows(string? vendor) => vendor is not null && Parse(vendor) is { } number && Known.Contains(number);

    private static uint? Parse(string vendor) =>
        vendor.Length == Prefix.Length + 8 && vendor.StartsWith(Prefix, StringComparison.Ordinal)
        && uint.TryParse(vendor.AsSpan(Prefix.Length), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var number)
            ? number
            : null;

    private static uint Number(string name) => (uint)((name[0] << 24) | (name[1] << 16) | (name[2] << 8) | name[3]);
}
