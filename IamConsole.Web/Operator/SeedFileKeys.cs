using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IamConsole.Core.SeedFiles;

namespace IamConsole.Web.Operator;

/// <summary>Keys for a seed file, read from files: on a command line other users of the machine would see them.</summary>
public static class SeedFileKeys
{
    /// <summary>Reads what was named; the caller clears the key.</summary>
    /// <exception cref="CryptographicException">A certificate that cannot be read.</exception>
    public static SeedFileOptions Read(
        FileInfo? keyFile, FileInfo? passwordFile, FileInfo? signer, IEnumerable<string>? columns = null, string? secrets = null) => new()
        {
            Columns = SeedFileColumns.Read(columns),
            Secrets = SeedFileColumns.Encoding(secrets),
            PreSharedKey = keyFile is null ? null : ReadKey(File.ReadAllBytes(keyFile.FullName)),
            Password = passwordFile is null ? null : File.ReadAllText(passwordFile.FullName, Encoding.UTF8).TrimEnd('\r', '\n'),
            SignerCertificate = signer is null ? null : X509CertificateLoader.LoadCertificateFromFile(signer.FullName),
        };

    /// <summary>Hexadecimal where all of it is, otherwise the bytes themselves; clears <paramref name="content"/> if it is not those.</summary>
    public static byte[] ReadKey(byte[] content)
    {
        var digits = content.Where(b => !char.IsWhiteSpace((char)b)).ToArray();
        if (digits.Length == 0 || digits.Length % 2 != 0 || !digits.All(b => char.IsAsciiHexDigit((char)b))) return content;
        var key = Convert.FromHexString(Encoding.ASCII.GetString(digits));
        CryptographicOperations.ZeroMemory(digits);
        CryptographicOperations.ZeroMemory(content);
        return key;
    }
}
