using IamConsole.Core.SeedFiles.Xml;
using IamConsole.Core.Totp;

namespace IamConsole.Core.SeedFiles.Pskc;

/// <summary>One token of a container: <c>KeyPackage</c> (RFC 6030, section 4), or <c>Device</c> of the drafts.</summary>
internal sealed class PskcPackage(XmlPart package, PskcProtection protection, bool isDraft)
{
    // Algorithms are named by their last word: urn:ietf:params:xml:ns:keyprov:pskc:totp, …pskc#totp, …/keyprov/pskc#totp, TOTP.
    private static readonly string[] Roots =
    [
        "urn:ietf:params:xml:ns:keyprov:pskc:1.0:", "urn:ietf:params:xml:ns:keyprov:pskc:1.0#",
        "urn:ietf:params:xml:ns:keyprov:pskc:", "urn:ietf:params:xml:ns:keyprov:pskc#", "http://www.ietf.org/keyprov/pskc#", "",
    ];

    private static readonly string[] Hashes = ["SHA1", "SHA256", "SHA512", "HMACSHA1", "HMACSHA256", "HMACSHA512"];

    private XmlPart? Device => package.Child("DeviceInfo", "DeviceId");

    public SeedRow Judge(int row)
    {
        var keys = package.Children.Where(c => c.Name is "Key" || isDraft && c.Name is "Secret").ToList();
        // A device of the drafts may bring a PIN beside its one-time passwords.
        var totp = keys.Where(k => Algorithm(k) is "totp").ToList();
        var key = totp.Count == 1 ? totp[0] : keys.Count == 1 ? keys[0] : null;
        var serial = SeedRules.Empty(Device?.ChildText("SerialNo")) ?? (key is null ? null : SeedRules.Empty(key.Attribute("Id", "KeyId", "SecretId")));
        if (key is null)
        {
            var fault = keys.Count == 0 ? RowFaults.NoSeed
                : totp.Count == 0 ? RowFaults.Algorithm(Shown(keys[0])) : RowFaults.Row("The token has several TOTP keys.");
            return SeedRow.Refused(row, serial, fault);
        }

        return Early(key, serial) is { } early ? SeedRow.Refused(row, serial, early) : Judge(row, serial, key);
    }

    private static SeedRowFault? Early(XmlPart key, string? serial)
    {
        if (SeedRules.CheckSerial(serial) is { } badSerial) return badSerial;
        if (Algorithm(key) is not { } algorithm) return RowFaults.NoAlgorithm;
        if (algorithm != "totp") return RowFaults.Algorithm(Shown(key));
        if (key.Child("KeyReference") is not null) return RowFaults.Reference;
        return PskcPolicy.Fault(key);
    }

    private SeedRow Judge(int row, string? serial, XmlPart key)
    {
        SeedRow Refuse(SeedRowFault fault) => SeedRow.Refused(row, serial, fault);
        var parameters = key.Child("AlgorithmParameters");
        var format = (parameters ?? key.Child("Usage"))?.Child("ResponseFormat");
        if (format is null && key.Child("KeyProfileId") is not null) return Refuse(RowFaults.Profile);
        if (format?.Attribute("Encoding", "Format", "format") is { } encoding && !encoding.Equals("DECIMAL", StringComparison.OrdinalIgnoreCase)
            || format?.Attribute("CheckDigits", "CheckDigit") is "true" or "1") return Refuse(RowFaults.NotDecimal);
        if (SeedRules.Digits(format?.Attribute("Length", "length") ?? "6") is not { } digits) return Refuse(RowFaults.Digits);
        if (Hash(parameters?.ChildText("Suite")) is not { } hash) return Refuse(RowFaults.Hash);
        var (expires, badDate) = PskcPolicy.Expiry(key, Device);
        if (badDate is not null) return Refuse(badDate);

        var data = new PskcData(key, protection);
        var time = data.Number("Time", out var fault);
        if (fault is not null) return Refuse(fault);
        var interval = data.Number("TimeInterval", out fault);
        if (fault is not null) return Refuse(fault);
        var drift = data.Number("TimeDrift", out fault);
        if (fault is not null) return Refuse(fault);
        if (time is not (null or 0)) return Refuse(RowFaults.Time);
        if (interval is not (null or 30 or 60)) return Refuse(RowFaults.Period);
        if (drift is < -PskcData.LargestDrift or > PskcData.LargestDrift) return Refuse(RowFaults.Drift);
        if (data.Secret(out fault) is not { } seed) return Refuse(fault!);
        return new SeedDraft
        {
            Serial = serial,
            Seed = seed,
            Algorithm = hash,
            Digits = digits,
            PeriodSeconds = (int)(interval ?? 30),
            Vendor = SeedRules.Empty(Device?.ChildText("Manufacturer")),
            Model = SeedRules.Empty(Device?.ChildText("Model")),
            ExpiresOn = expires,
            DriftSteps = (int)(drift ?? 0),
        }.Judge(row);
    }

    private static string? Algorithm(XmlPart key) =>
        Written(key) is { } name && Roots.FirstOrDefault(r => name.StartsWith(r, StringComparison.OrdinalIgnoreCase)) is { } root
            ? name[root.Length..].ToLowerInvariant() : null;

    private static string? Written(XmlPart key) => SeedRules.Empty(key.Attribute("Algorithm", "KeyAlgorithm", "SecretAlgorithm"));

    private static string Shown(XmlPart key) => (Algorithm(key) ?? "").Split(':', '#')[^1].ToUpperInvariant();

    private static TotpAlgorithm? Hash(string? suite) =>
        SeedRules.Algorithm(suite is null ? "SHA1" : Hashes.FirstOrDefault(
            h => h.Equals(suite.Split('#')[^1].Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) ?? suite);
}
