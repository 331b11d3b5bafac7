using System.Xml;
using IamConsole.Core.SeedFiles.Input;

namespace IamConsole.Core.SeedFiles.Xml;

/// <summary>XML as it is read here: no document type, nothing from outside, no part without a bound.</summary>
internal static class SafeXml
{
    public const int DeepestElement = 32;

    private static readonly string[] OneByteEncodings = ["utf-8", "us-ascii", "iso-8859-1"];

    /// <summary>A reader at the document element.</summary>
    public static async Task<XmlReader> OpenAsync(Stream stream, SeedInput input, SeedFileOptions options, CancellationToken ct)
    {
        var reader = XmlReader.Create(new MarkupGuardStream(stream, input.Encoding, options.MaxXmlRun), Settings());
        try
        {
            while (await reader.ReadAsync())
            {
                ct.ThrowIfCancellationRequested();
                if (reader.NodeType is XmlNodeType.XmlDeclaration) CheckEncoding(reader.GetAttribute("encoding"), input);
                if (reader.NodeType is XmlNodeType.Element) return reader;
            }

            throw FileFaults.NoTokens;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Past the rest of an element, whose start the reader stands on; the content is looked at for its depth alone.</summary>
    public static async Task SkipAsync(XmlReader reader, CancellationToken ct)
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        while (await reader.ReadAsync() && reader.Depth > depth)
        {
            ct.ThrowIfCancellationRequested();
            if (reader.Depth > DeepestElement) throw FileFaults.TooComplex;
        }
    }

    public static int? Line(XmlReader reader) => reader is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : null;

    public static XmlReaderSettings Settings() => new()
    {
        Async = true,
        CloseInput = false,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        NameTable = new BoundedNameTable(),
    };

    // What the guard under the reader counted must be what the reader reads.
    private static void CheckEncoding(string? declared, SeedInput input)
    {
        if (declared is null) return;
        var name = declared.ToLowerInvariant();
        var fits = input.Encoding is TextForm.Utf8
            ? input.HasMark ? name == "utf-8" : OneByteEncodings.Contains(name)
            : name is "utf-16" || name == (input.Encoding is TextForm.Utf16BigEndian ? "utf-16be" : "utf-16le");
        if (!fits) throw FileFaults.EncodingMismatch;
    }
}
