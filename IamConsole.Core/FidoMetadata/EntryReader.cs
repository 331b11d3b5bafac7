using System.Text.Json;

namespace IamConsole.Core.FidoMetadata;

/// <summary>
/// One entry of a BLOB. What names a model, speaks against it or certifies it must be well-formed; the rest may be missing.
/// </summary>
internal sealed class EntryReader(JsonElement entry, int index, List<MetadataFault> faults)
{
    private const int MostRoots = 100;
    private const int MostIdentifiers = 1000;
    private const int LongestName = 200;

    private static readonly string[] KnownFamilies = ["fido2", "u2f"];

    /// <summary>Whether it is of an authenticator that WebAuthn does not know: UAF, named by an AAID.</summary>
    public bool IsOther => entry.ValueKind is JsonValueKind.Object && entry.TryGetProperty("aaid", out var aaid) && aaid.ValueKind is JsonValueKind.String
        && Absent("aaguid") && Absent("attestationCertificateKeyIdentifiers");

    public void Fault(string reason, bool kept = false) => faults.Add(new MetadataFault(index, Subject, reason, kept));

    public MetadataEntry? Read()
    {
        if (entry.ValueKind is not JsonValueKind.Object) return Refuse("It is no object.");
        if (!TryAaguid(entry, out var aaguid)) return Refuse("The AAGUID is malformed.");
        var identifiers = Identifiers();
        if (identifiers is null) return Refuse("A key identifier is malformed, or there are too many.");
        if ((aaguid is null) == (identifiers.Count == 0)) return Refuse("It needs an AAGUID or key identifiers, and not both.");
        if (!entry.TryGetProperty("metadataStatement", out var statement) || statement.ValueKind is not JsonValueKind.Object) return Refuse("It has no metadata statement.");
        if (!TryAaguid(statement, out var stated) || (stated is not null && stated != aaguid)) return Refuse("Entry and statement name different AAGUIDs.");
        if ((statement.TryGetProperty("friendlyNames", out var names) ? names.Line("en-US", LongestName) ?? names.Line("en", LongestName) : null) is var friendly
            && (friendly ?? statement.Line("description", LongestName)) is not { } name) return Refuse("It has no name.");
        if (statement.Text("protocolFamily") is not { } family || !KnownFamilies.Contains(family)) return Refuse("Its protocol family is not known.");
        entry.TryDate("timeOfLastStatusChange", out var changed);
        return new StatementReader(statement, this).AddTo(new MetadataEntry
        {
            Key = aaguid?.ToString("D") ?? identifiers[0],
            Aaguid = aaguid,
            KeyIdentifiers = identifiers,
            Name = name,
            Description = friendly is not null && statement.Line("description", LongestName) is { } description && description != friendly ? description : null,
            ProtocolFamily = family,
            Roots = Roots(statement),
            Reports = StatusReportReader.Read(entry, reason => Fault(reason, kept: true)),
            LastChange = changed,
        });
    }

    private string Subject => entry.Text("aaguid") is { } aaguid && aaguid.Length <= 36 && Json.IsWord(aaguid) ? aaguid
        : entry.Items("attestationCertificateKeyIdentifiers").Select(Json.Text).FirstOrDefault() is { } key && Json.IsWord(key) ? key : "-";

    private MetadataEntry? Refuse(string reason)
    {
        Fault(reason);
        return null;
    }

    private bool Absent(string name) => !entry.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null
        || (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() == 0);

    // All zeros is what an authenticator says that does not tell its model.
    private static bool TryAaguid(JsonElement element, out Guid? aaguid)
    {
        aaguid = null;
        if (!element.TryGetProperty("aaguid", out var value) || value.ValueKind is JsonValueKind.Null) return true;
        if (value.Text() is not { } text || !Guid.TryParseExact(text, "D", out var read) || read == Guid.Empty) return false;
        aaguid = read;
        return true;
    }

    private List<string>? Identifiers()
    {
        if (Absent("attestationCertificateKeyIdentifiers")) return [];
        var all = entry.Items("attestationCertificateKeyIdentifiers").Take(MostIdentifiers + 1).Select(Json.Text).ToList();
        return all.Count is > 0 and <= MostIdentifiers && all.TrueForAll(i => i is { Length: 40 } && i.All(char.IsAsciiHexDigit))
            ? [.. all.Select(i => i!.ToLowerInvariant()).Distinct()] : null;
    }

    // A root that cannot be read verifies nothing. The entry stays: what speaks against the model must not be lost with it.
    private List<byte[]> Roots(JsonElement statement)
    {
        var roots = new List<byte[]>();
        foreach (var item in statement.Items("attestationRootCertificates").Take(MostRoots))
        {
            if (Certificate(item) is { } der) roots.Add(der);
            else Fault("A root certificate cannot be read and is not used.", kept: true);
        }

        return roots;
    }

    // Some statements wrap the Base64 text in lines.
    internal static byte[]? Certificate(JsonElement item)
    {
        if (item.Text() is not { Length: <= 64 * 1024 } text) return null;
        var buffer = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, buffer, out var length)) return null;
        var der = buffer[..length];
        using var certificate = BlobHeader.Load(der);
        return certificate is null ? null : der;
    }
}
