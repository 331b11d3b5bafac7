using System.Text.Json.Nodes;

namespace IamConsole.Tests.Core.FidoMetadata;

/// <summary>Entries of a BLOB, well-formed as they begin.</summary>
internal static class TestEntries
{
    public const string Png = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    public static Guid Aaguid(int number) => new($"00000000-0000-4000-8000-{number:D12}");

    public static JsonObject Fido2(int number, string name, params JsonObject[] reports) => new()
    {
        ["aaguid"] = Aaguid(number).ToString("D"),
        ["metadataStatement"] = Statement(name, "fido2", Aaguid(number)),
        ["statusReports"] = new JsonArray([.. reports.DefaultIfEmpty(Report("FIDO_CERTIFIED_L1", "2020-01-01")).Select(r => r.DeepClone())]),
        ["timeOfLastStatusChange"] = "2020-01-01",
    };

    public static JsonObject U2f(string identifier, string name) => new()
    {
        ["attestationCertificateKeyIdentifiers"] = new JsonArray(identifier),
        ["metadataStatement"] = Statement(name, "u2f", null),
        ["statusReports"] = new JsonArray(Report("FIDO_CERTIFIED", "2016-01-01")),
        ["timeOfLastStatusChange"] = "2016-01-01",
    };

    public static JsonObject Report(string status, string? date = null, params (string Name, JsonNode Value)[] more)
    {
        var report = new JsonObject { ["status"] = status };
        if (date is not null) report["effectiveDate"] = date;
        foreach (var (name, value) in more) report[name] = value;
        return report;
    }

    private static JsonObject Statement(string name, string family, Guid? aaguid)
    {
        var statement = new JsonObject
        {
            ["description"] = name,
            ["authenticatorVersion"] = 2,
            ["protocolFamily"] = family,
            ["schema"] = 3,
            ["authenticationAlgorithms"] = new JsonArray("secp256r1_ecdsa_sha256_raw"),
            ["attestationTypes"] = new JsonArray("basic_full"),
            ["userVerificationDetails"] = new JsonArray(new JsonArray(new JsonObject { ["userVerificationMethod"] = "passcode_external" })),
            ["keyProtection"] = new JsonArray("hardware", "secure_element"),
            ["matcherProtection"] = new JsonArray("on_chip"),
            ["attachmentHint"] = new JsonArray("external", "wired", "nfc"),
            ["cryptoStrength"] = 128,
            ["attestationRootCertificates"] = new JsonArray(),
            ["icon"] = Png,
        };
        if (aaguid is { } id)
        {
            statement["aaguid"] = id.ToString("D");
            statement["authenticatorGetInfo"] = new JsonObject
            {
                ["versions"] = new JsonArray("FIDO_2_0"),
                ["transports"] = new JsonArray("usb"),
                ["options"] = new JsonObject { ["rk"] = true, ["clientPin"] = true },
            };
        }

        return statement;
    }
}
