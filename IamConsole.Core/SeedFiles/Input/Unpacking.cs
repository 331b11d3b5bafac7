using System.IO.Compression;

namespace IamConsole.Core.SeedFiles.Input;

/// <summary>A seed file that came packed: gzip, or a ZIP archive of one file.</summary>
internal static class Unpacking
{
    /// <summary>Whether the bytes begin as gzip (RFC 1952) or a ZIP archive do.</summary>
    public static bool IsPacked(ReadOnlySpan<byte> head) => IsZip(head) || head is [0x1F, 0x8B, ..];

    /// <summary>The file in it, of bounded size.</summary>
    public static async Task<Stream> OpenAsync(Stream packed, ReadOnlyMemory<byte> head, SeedFileOptions options, CancellationToken ct)
    {
        if (!IsZip(head.Span))
        {
            var counted = new CountedStream(packed);
            return new UnpackedStream(new GZipStream(counted, CompressionMode.Decompress), () => counted.Count, () => counted.End, options, ct);
        }

        // Its list tells beforehand how long it is. One that lies there is found out while it is read.
        var file = OnlyFile(new ZipArchive(await WholeAsync(packed, options, ct), ZipArchiveMode.Read));
        if (UnpackedStream.IsFarMore(file.Length, file.CompressedLength, options)) throw FileFaults.FarMore;
        return new UnpackedStream(await file.OpenAsync(ct), () => file.CompressedLength, () => (file.Crc32, (uint)file.Length), options, ct);
    }

    private static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8);

    // The list of a ZIP archive stands at its end.
    private static async Task<MemoryStream> WholeAsync(Stream packed, SeedFileOptions options, CancellationToken ct)
    {
        var whole = new MemoryStream();
        var buffer = new byte[64 << 10];
        while (await packed.ReadAsync(buffer, ct) is var read and > 0)
        {
            if (whole.Length + read > options.MaxZipBytes) throw FileFaults.TooLarge(options.MaxZipBytes);
            whole.Write(buffer, 0, read);
        }

        whole.Position = 0;
        return whole;
    }

    private static ZipArchiveEntry OnlyFile(ZipArchive archive)
    {
        if (archive.GetEntry("[Content_Types].xml") is not null) throw FileFaults.Binary("a workbook: save the sheet as CSV");

        // Folders, and what macOS puts beside each file, are none.
        var files = archive.Entries.Where(e => e.Name.Length > 0 && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)).Take(2).ToList();
        return files switch
        {
            [] => throw FileFaults.Packed("The ZIP archive is empty."),
            [{ IsEncrypted: true }] => throw FileFaults.Packed("The ZIP archive is protected with a password: unpack it first."),
            [var only] => only,
            _ => throw FileFaults.Packed("The ZIP archive has more than one file: unpack it and choose the seed file."),
        };
    }
}
