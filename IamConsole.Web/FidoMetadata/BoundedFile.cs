using IamConsole.Core;
using IamConsole.Core.FidoMetadata;

namespace IamConsole.Web.FidoMetadata;

/// <summary>Reads no more than a BLOB may have, whatever is sent.</summary>
internal static class BoundedFile
{
    private const int Part = 128 * 1024;

    public static async Task<Result<byte[]>> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            return await ReadAsync(stream, ct);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return MetadataErrors.FileUnreadable;
        }
    }

    public static async Task<Result<byte[]>> ReadAsync(Stream stream, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        var part = new byte[Part];
        for (int read; (read = await stream.ReadAsync(part, ct)) > 0;)
        {
            if (memory.Length + read > BlobReader.LargestBlob) return MetadataErrors.Size;
            memory.Write(part, 0, read);
        }

        return memory.ToArray();
    }
}
