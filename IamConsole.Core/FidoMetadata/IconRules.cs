namespace IamConsole.Core.FidoMetadata;

/// <summary>
/// Which icons are shown: raster images by their first bytes. SVG is a document that can carry scripts and load other
/// documents; inside an img element it is inert, opened by itself it is not, so it is not kept at all.
/// </summary>
public static class IconRules
{
    /// <summary>Most bytes of an icon.</summary>
    public const int LargestIcon = 128 * 1024;

    private const string Scheme = "data:";
    private const string Encoding = ";base64,";

    /// <summary>Whether the data URL (RFC 2397) is such an image.</summary>
    public static bool IsGood(string url) => Read(url) is not null;

    /// <summary>Media type and bytes, or null.</summary>
    public static (string Type, byte[] Bytes)? Read(string? url)
    {
        if (url is null || !url.StartsWith(Scheme, StringComparison.Ordinal) || url.Length > LargestIcon * 4 / 3 + 100) return null;
        var comma = url.IndexOf(Encoding, StringComparison.Ordinal);
        if (comma < 0) return null;
        var type = url[Scheme.Length..comma];
        var bytes = new byte[url.Length];
        if (!Convert.TryFromBase64String(url[(comma + Encoding.Length)..], bytes, out var length) || length > LargestIcon) return null;
        return Begins(type, bytes.AsSpan(0, length)) ? (type, bytes[..length]) : null;
    }

    private static bool Begins(string type, ReadOnlySpan<byte> bytes) => type switch
    {
        "image/png" => bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        "image/jpeg" => bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        "image/webp" => bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8),
        "image/gif" => bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8),
        _ => false,
    };
}
