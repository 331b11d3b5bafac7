using System.Text;

namespace IamConsole.Core.SeedFiles.Input;

/// <summary>The file with its first bytes looked at: how it is encoded, and whether it is XML.</summary>
internal sealed class SeedInput
{
    private const int HeadLength = 64 << 10;

    private readonly byte[] _head;

    private SeedInput(Stream stream, byte[] head, TextForm encoding, bool hasMark) =>
        (Stream, _head, Encoding, HasMark) = (stream, head, encoding, hasMark);

    /// <summary>From the first byte, with the limit of size.</summary>
    public Stream Stream { get; }

    public TextForm Encoding { get; }

    /// <summary>A byte order mark says the encoding.</summary>
    public bool HasMark { get; }

    /// <summary>The first thing that is no blank opens a tag. Bytes that are wrong in UTF-8 may be right in what XML declares.</summary>
    public bool IsXml => Decode(Decoding(strict: false)).AsSpan().TrimStart() is ['<', ..];

    public static async Task<SeedInput> OpenAsync(Stream stream, SeedFileOptions options, CancellationToken ct)
    {
        var head = await HeadAsync(stream, ct);
        if (Unpacking.IsPacked(head))
        {
            stream = await Unpacking.OpenAsync(new CappedStream(head, stream, options.MaxBytes, ct), head, options, ct);
            head = await HeadAsync(stream, ct);
            if (Unpacking.IsPacked(head)) throw FileFaults.Packed("In the packed file lies another packed file: unpack it first.");
        }

        var (encoding, hasMark) = Detect(head);
        return new SeedInput(new CappedStream(head, stream, options.MaxBytes, ct), head, encoding, hasMark);
    }

    /// <summary>The first characters.</summary>
    /// <exception cref="DecoderFallbackException">They are not what the encoding allows.</exception>
    public string Head() => Decode(Lenient());

    /// <summary>The text behind the bytes, from the first character.</summary>
    public StreamReader Text() => new(Stream, Lenient(), detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 14, leaveOpen: true);

    private static async Task<byte[]> HeadAsync(Stream stream, CancellationToken ct)
    {
        var head = new byte[HeadLength];
        return head[..await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct)];
    }

    // Spreadsheets save text in the encoding of their country: without a mark, bytes that are no UTF-8 are taken for it.
    private Encoding Lenient() => Encoding is TextForm.Utf8 && !HasMark
        ? System.Text.Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, new WesternFallback()) : Decoding(strict: true);

    // With a mark, so that readers skip it.
    private Encoding Decoding(bool strict) => Encoding switch
    {
        TextForm.Utf8 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: strict),
        TextForm.Utf16LittleEndian => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: strict),
        TextForm.Utf16BigEndian => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: strict),
    };

    // Without flushing: a character that the end of the head cuts is no error.
    private string Decode(Encoding encoding)
    {
        var chars = new char[_head.Length];
        encoding.GetDecoder().Convert(_head, chars, flush: false, out _, out var used, out _);
        return new string(chars, 0, used).TrimStart('\uFEFF');
    }

    private static (TextForm Encoding, bool HasMark) Detect(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty) throw FileFaults.NoTokens;
        if (head.StartsWith("-----BEGIN PGP"u8)) throw FileFaults.Binary("a message encrypted with OpenPGP: decrypt it first");
        if (head is [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..]) throw FileFaults.BadEncoding;
        if (head is [0xEF, 0xBB, 0xBF, ..]) return (TextForm.Utf8, true);
        if (head is [0xFF, 0xFE, ..]) return (TextForm.Utf16LittleEndian, true);
        if (head is [0xFE, 0xFF, ..]) return (TextForm.Utf16BigEndian, true);
        // XML 1.0, appendix F: its first character tells.
        if (head is [(byte)'<', 0, ..]) return (TextForm.Utf16LittleEndian, false);
        if (head is [0, (byte)'<', ..]) return (TextForm.Utf16BigEndian, false);
        return head.Contains((byte)0) ? throw FileFaults.Binary("binary data") : (TextForm.Utf8, false);
    }
}
