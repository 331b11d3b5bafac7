using System.Text.Json;

namespace IamConsole.Core.FidoMetadata;

/// <summary>What a metadata statement tells of a model for people to read (FIDO Metadata Statement 4).</summary>
internal sealed class StatementReader(JsonElement statement, EntryReader entry)
{
    private const int MostAlternatives = 64;
    private const int MostOptions = 64;

    public MetadataEntry AddTo(MetadataEntry to)
    {
        var info = statement.TryGetProperty("authenticatorGetInfo", out var found) && found.ValueKind is JsonValueKind.Object ? found : default;
        var (icon, attachment) = (statement.Text("icon"), statement.Words("attachmentHint"));
        if (icon is not null && !IconRules.IsGood(icon))
        {
            icon = null;
            entry.Fault("The icon is not a small PNG, JPEG, WebP or GIF image and is not shown.", kept: true);
        }

        return to with
        {
            Icon = icon,
            Version = statement.Number("authenticatorVersion") is >= 0 and var version ? version : null,
            AttestationTypes = statement.Words("attestationTypes"),
            Algorithms = statement.Words("authenticationAlgorithms"),
            UserVerification = Verification(),
            KeyProtection = statement.Words("keyProtection"),
            MatcherProtection = statement.Words("matcherProtection"),
            Attachment = attachment,
            Transports = info.Words("transports") is { Count: > 0 } transports ? transports : Implied(attachment),
            Protocols = info.Words("versions"),
            CryptoStrength = statement.Number("cryptoStrength") is > 0 and < 10_000 and var bits ? (int)bits : null,
            Options = Options(info),
        };
    }

    private List<IReadOnlyList<string>> Verification() =>
    [
        .. statement.Items("userVerificationDetails").Take(MostAlternatives).Where(a => a.ValueKind is JsonValueKind.Array)
            .Select(a => (IReadOnlyList<string>)[.. a.EnumerateArray().Take(MostAlternatives).Select(m => m.Text("userVerificationMethod")).OfType<string>().Where(Json.IsWord)])
            .Where(a => a.Count > 0),
    ];

    private static Dictionary<string, bool> Options(JsonElement info)
    {
        var options = new Dictionary<string, bool>(StringComparer.Ordinal);
        if (info.ValueKind is not JsonValueKind.Object || !info.TryGetProperty("options", out var given) || given.ValueKind is not JsonValueKind.Object) return options;
        foreach (var option in given.EnumerateObject().Take(MostOptions))
            if (Json.IsWord(option.Name) && option.Value.ValueKind is JsonValueKind.True or JsonValueKind.False) options[option.Name] = option.Value.GetBoolean();
        return options;
    }

    // Most statements name no transports, but all of them how the authenticator is attached (FIDO Registry 3.4).
    private static List<string> Implied(List<string> attachment)
    {
        var transports = new List<string>();
        if (attachment.Contains("wired")) transports.Add("usb");
        if (attachment.Contains("nfc")) transports.Add("nfc");
        if (attachment.Contains("bluetooth")) transports.Add("ble");
        if (attachment.Contains("internal")) transports.Add("internal");
        return transports;
    }
}
