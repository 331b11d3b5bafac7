using IamConsole.Core.SeedFiles.Input;
using IamConsole.Core.SeedFiles.Pskc;

namespace IamConsole.Core.SeedFiles.Xml;

/// <summary>Which form an XML file has: its document element says.</summary>
internal static class XmlForms
{
    public static async Task<SeedReader> OpenAsync(SeedInput input, SeedFileOptions options, CancellationToken ct)
    {
        var stream = input.Stream;
        if (options.SignerCertificate is { } certificate)
        {
            var bytes = await ReadAllAsync(stream, options.MaxSignedBytes, ct);
            // The same settings read the same bytes again afterwards: what was verified is what is imported.
            using var whole = await SafeXml.OpenAsync(new MemoryStream(bytes), input, options, ct);
            while (await whole.ReadAsync())
            {
                if (whole.Depth > SafeXml.DeepestElement) throw FileFaults.TooComplex;
            }

            SignedContainer.Verify(bytes, certificate);
            stream = new MemoryStream(bytes);
        }

        var reader = await SafeXml.OpenAsync(stream, input, options, ct);
        try
        {
            switch (reader.LocalName, reader.NamespaceURI)
            {
                case ("KeyContainer" or "SecretContainer", var uri) when Namespaces.IsContainer(uri):
                    return await PskcReader.OpenAsync(reader, options, ct);
                case ("Tokens", ""):
                    return new SafeNetXmlReader(reader);
                case ("KeyContainer" or "SecretContainer", var uri):
                    throw FileFaults.UnknownForm(uri.Length == 0
                        ? "a PSKC container without namespace" : $"a PSKC container of the namespace {RowFaults.Named(uri)}");
                default:
                    throw FileFaults.UnknownForm($"XML with the document element {RowFaults.Named(reader.LocalName)}");
            }
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream, long most, CancellationToken ct)
    {
        using var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await stream.ReadAsync(buffer, ct) is var read and > 0)
        {
            if (all.Length + read > most) throw FileFaults.TooLarge(most);
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }
}
