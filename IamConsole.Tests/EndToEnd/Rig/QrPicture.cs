namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>Reads a QR code off a picture, as a phone would. The decoder is Debian's zbar: no managed one is to be had.</summary>
internal static class QrPicture
{
    public static string Decode(byte[] png)
    {
        var program = DebianPackage.FindOrInstall(["zbarimg"], "zbar-tools");
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, png);
            return DebianPackage.Run(program, "-q", "--raw", file).TrimEnd('\n');
        }
        finally
        {
            File.Delete(file);
        }
    }
}
