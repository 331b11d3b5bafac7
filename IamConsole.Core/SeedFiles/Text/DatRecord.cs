using IamConsole.Core.Totp;

namespace IamConsole.Core.SeedFiles.Text;

/// <summary>One SafeWord authenticator record.</summary>
internal static class DatRecord
{
    // 2000-01-01T00:00:00Z in Unix time: tokens that carry their production time count from there (so LinOTP's importer).
    private const int Year2000 = 946_684_800;

    public static SeedRow Judge(int row, IReadOnlyDictionary<string, string> record, bool sound)
    {
        var serial = Value(record, "sccAuthenticatorId") ?? Value(record, "serial");
        SeedRow Refuse(SeedRowFault fault) => SeedRow.Refused(row, serial, fault);
        if (!sound) return Refuse(RowFaults.Row("The record has a line without a name, or a name twice."));
        if (SeedRules.CheckSerial(serial) is { } badSerial) return Refuse(badSerial);
        switch (Value(record, "sccMode")?.ToUpperInvariant())
        {
            case "T": break;
            case "E": return Refuse(RowFaults.Algorithm("HOTP"));
            case null: return Refuse(RowFaults.NoAlgorithm);
            default: return Refuse(RowFaults.Algorithm("its mode"));
        }

        if (SeedRules.Algorithm(Value(record, "crypto") ?? "SHA1") is not { } algorithm) return Refuse(RowFaults.Hash);
        if (SeedRules.Digits(Value(record, "sccPwLen") ?? "6") is not { } digits) return Refuse(RowFaults.Digits);
        if (SeedRules.Period(Value(record, "sccTick") ?? "30") is not { } period) return Refuse(RowFaults.Period);
        if (SeedText.FromHex(Value(record, "sccKey"), out var badSeed) is not { } seed) return Refuse(badSeed!);
        return new SeedDraft
        {
            Serial = serial,
            Seed = seed,
            Algorithm = algorithm,
            Digits = digits,
            PeriodSeconds = period,
            Model = Value(record, "sccTokenType"),
            DriftSteps = Value(record, "sccPrTime") is null ? 0 : -Year2000 / period,
        }.Judge(row);
    }

    private static string? Value(IReadOnlyDictionary<string, string> record, string name) =>
        record.TryGetValue(name, out var value) ? SeedRules.Empty(value) : null;
}
