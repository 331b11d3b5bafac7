using System.Text.Json;

namespace IamConsole.Tests.Core.Totp;

/// <summary>RFC 6238 appendix B (with erratum 2866) and RFC 4226 appendix D.</summary>
internal static class RfcVectors
{
    public static JsonElement Read(string file)
    {
        using var stream = typeof(RfcVectors).Assembly.GetManifestResourceStream(file)!;
        return JsonDocument.Parse(stream).RootElement.GetProperty("vectors").Clone();
    }
}
