namespace IamConsole.Core.SeedFiles.Pskc;

/// <summary>Base64 with the white space that XML allows in it.</summary>
internal static class Base64
{
    public static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length / 4 * 3 + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
