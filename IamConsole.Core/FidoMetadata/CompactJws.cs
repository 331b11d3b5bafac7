using System.Buffers;
using System.Buffers.Text;

namespace IamConsole.Core.FidoMetadata;

/// <summary>The three parts of a JWS in compact form (RFC 7515, 7.1), decoded.</summary>
/// <param name="Header">What the header says.</param>
/// <param name="Payload">The bytes that are signed, decoded.</param>
/// <param name="Signature">The signature.</param>
/// <param name="From">Where the signed text begins.</param>
/// <param name="Length">How long it is: header, dot, payload.</param>
internal sealed record CompactJws(BlobHeader Header, byte[] Payload, byte[] Signature, int From, int Length)
{
    private const int LongestHeader = 128 * 1024;
    private const int LongestSignature = 4096;

    public ReadOnlySpan<byte> Signed(ReadOnlySpan<byte> blob) => blob.Slice(From, Length);

    public static Result<CompactJws> Read(ReadOnlySpan<byte> blob)
    {
        // A file ends with a line break often enough, and may begin with a mark of its encoding.
        var from = blob.StartsWith("\uFEFF"u8) ? 3 : 0;
        var text = blob[from..];
        from += text.Length - text.TrimStart(" \t\r\n"u8).Length;
        text = text.Trim(" \t\r\n"u8);
        var first = text.IndexOf((byte)'.');
        var last = text.LastIndexOf((byte)'.');
        if (first < 1 || last <= first + 1 || text[(first + 1)..last].Contains((byte)'.')) return MetadataErrors.NotCompact;
        if (Decode(text[..first], LongestHeader) is not { } header || Decode(text[(last + 1)..], LongestSignature) is not { } signature
            || Decode(text[(first + 1)..last], BlobReader.LargestBlob) is not { } payload)
            return MetadataErrors.NotCompact;
        var read = BlobHeader.Read(header);
        if (!read.Succeeded) return read.Error;
        return new CompactJws(read.Value, payload, signature, from, last);
    }

    private static byte[]? Decode(ReadOnlySpan<byte> text, int longest)
    {
        // No padding, no white space (RFC 7515, 2): one text has one form.
        if (text.Length / 4 * 3 > longest || text.ContainsAny("=\r\n\t "u8)) return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.DecodeFromUtf8(text, bytes, out _, out var written) == OperationStatus.Done ? bytes[..written] : null;
    }
}
