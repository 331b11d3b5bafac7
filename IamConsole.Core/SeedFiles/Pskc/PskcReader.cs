using System.Runtime.CompilerServices;
using System.Xml;
using IamConsole.Core.SeedFiles.Xml;

namespace IamConsole.Core.SeedFiles.Pskc;

/// <summary>
/// PSKC (RFC 6030) and its drafts: the header first, then one package after the other. Only one package is in memory.
/// </summary>
internal sealed class PskcReader : SeedReader
{
    private readonly XmlReader _reader;
    private readonly bool _verified;
    private readonly PskcProtection _protection;
    private readonly bool _isDraft;
    private bool _signed;

    private PskcReader(XmlReader reader, bool verified, PskcProtection protection, bool isDraft) =>
        (_reader, _verified, _protection, _isDraft) = (reader, verified, protection, isDraft);

    public override SeedFileForm Form => SeedFileForm.Pskc;

    public override bool SignatureUnchecked => _signed && !_verified;

    /// <summary>Reads up to the first package. The reader stands on the document element.</summary>
    public static async Task<PskcReader> OpenAsync(XmlReader reader, SeedFileOptions options, CancellationToken ct)
    {
        var isDraft = reader.NamespaceURI != Namespaces.Rfc6030;
        var version = reader.GetAttribute("Version") ?? reader.GetAttribute("version");
        if (!isDraft && version is not (null or "1.0" or "1"))
            throw FileFaults.Unsupported($"PSKC of the version {RowFaults.Named(version)} is not supported; 1.0 is.");
        if (reader.IsEmptyElement) throw FileFaults.NoTokens;
        XmlPart? key = null, mac = null;
        while (await reader.ReadAsync() && reader.NodeType is not XmlNodeType.EndElement)
        {
            if (reader.NodeType is not XmlNodeType.Element) throw NoElement(reader);
            switch (Kind(reader))
            {
                case Part.Key when key is null: key = await XmlPart.ReadAsync(reader, ct); break;
                case Part.Mac when mac is null: mac = await XmlPart.ReadAsync(reader, ct); break;
                case Part.Key or Part.Mac: throw FileFaults.Unsupported("More than one encryption key or MAC method is not supported.");
                case Part.Other: await SafeXml.SkipAsync(reader, ct); break;
                case Part.Signature or Part.Package:
                    return new PskcReader(reader, options.SignerCertificate is not null, PskcProtection.Create(key, mac, isDraft, options), isDraft);
            }
        }

        throw FileFaults.NoTokens;
    }

    public override async IAsyncEnumerable<SeedRow> ReadRowsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var row = 0;
        do
        {
            ct.ThrowIfCancellationRequested();
            if (_reader.NodeType is XmlNodeType.EndElement) break;
            if (_reader.NodeType is not XmlNodeType.Element) throw NoElement(_reader);
            switch (Kind(_reader))
            {
                case Part.Package:
                    var package = await XmlPart.ReadAsync(_reader, ct);
                    yield return new PskcPackage(package, _protection, _isDraft).Judge(++row);
                    break;
                case Part.Key or Part.Mac:
                    throw FileFaults.Malformed("The encryption key or MAC method stands behind the first token.", SafeXml.Line(_reader));
                case Part.Signature:
                    _signed = true;
                    await SafeXml.SkipAsync(_reader, ct);
                    break;
                case Part.Other:
                    await SafeXml.SkipAsync(_reader, ct);
                    break;
            }
        }
        while (await _reader.ReadAsync());

        // Whatever stands behind the document element must be well-formed too.
        while (await _reader.ReadAsync()) ct.ThrowIfCancellationRequested();
        if (row == 0) throw FileFaults.NoTokens;
    }

    public override ValueTask DisposeAsync()
    {
        _protection.Dispose();
        _reader.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Part Kind(XmlReader reader) => reader.LocalName switch
    {
        "Signature" when reader.NamespaceURI == Namespaces.Signature => Part.Signature,
        _ when !Namespaces.IsKnown(reader.NamespaceURI) => Part.Other,
        "EncryptionKey" or "EncryptionMethod" => Part.Key,
        "MACMethod" or "DigestMethod" or "MACAlgorithm" => Part.Mac,
        "KeyPackage" or "Device" => Part.Package,
        _ => Part.Other,
    };

    private static SeedFileException NoElement(XmlReader reader) =>
        FileFaults.Malformed("Text stands between the elements of the container.", SafeXml.Line(reader));

    private enum Part
    {
        Key,
        Mac,
        Package,
        Signature,
        Other,
    }
}
