using IamConsole.Core.FidoMetadata;

namespace IamConsole.Tests.Core.FidoMetadata;

/// <summary>The BLOB of the FIDO conformance server, number 42, and its root. Its certificates are valid in June 2023.</summary>
internal static class ConformanceBlob
{
    public static DateTimeOffset Time { get; } = new(2023, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static byte[] Blob => Read("conformance-no42.blob.jwt");

    public static MetadataTrust Trust => new(MetadataTrust.ReadRoots(System.Text.Encoding.ASCII.GetString(Read("conformance-root.pem"))).Value!, null, []);

    private static byte[] Read(string name)
    {
        using var stream = typeof(ConformanceBlob).Assembly.GetManifestResourceStream("FidoMetadata/" + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
