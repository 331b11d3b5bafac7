using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IamConsole.Core;
using IamConsole.Core.Consignments;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.TokenStock;

namespace IamConsole.Web.Consignments;

/// <summary>What was typed in the first step. Key and password are forgotten as soon as the file was read.</summary>
public sealed class ConsignmentForm
{
    /// <summary>The pre-shared key in hexadecimal.</summary>
    public string? Key { get; set; }

    /// <summary>The password that was agreed with the vendor.</summary>
    public string? Password { get; set; }

    /// <summary>What to call the delivery.</summary>
    public string? Batch { get; set; }

    /// <summary>The vendor of rows that name none.</summary>
    public string? Vendor { get; set; }

    /// <summary>Name of a <see cref="TokenForm"/> for rows that name none.</summary>
    public string? Form { get; set; }

    /// <summary>What each column is that the console does not know: a name of ours, blank to leave it out, null while nobody has said.</summary>
    public Dictionary<string, string?> Columns { get; } = new(StringComparer.Ordinal);

    /// <summary>Name of a <see cref="SecretEncoding"/>; blank: as the file says.</summary>
    public string? Secrets { get; set; }

    /// <summary>The vendor's certificate, PEM or DER.</summary>
    public byte[]? Certificate { get; set; }

    /// <summary>What Core is told of the file.</summary>
    public ConsignmentWish Wish(string fileName) =>
        new(fileName, Batch, Vendor, Enum.TryParse<TokenForm>(Form, out var form) ? form : null);

    /// <summary>Keys for the parser, or everything that is wrong with them.</summary>
    public Result<SeedFileOptions> Options()
    {
        var digits = Key?.Where(c => !char.IsWhiteSpace(c)).ToArray() ?? [];
        var (certificate, broken) = ReadCertificate();
        var wrong = Error.All(
            digits.Length is 0 or 32 or 48 or 64 && digits.All(char.IsAsciiHexDigit) ? null : ConsignmentErrors.BadKey,
            Columns.Values.Any(said => said is null) ? ConsignmentErrors.SayColumns : null,
            broken);
        if (wrong is not null) return wrong;
        return new SeedFileOptions
        {
            Columns = Columns.ToDictionary(
                c => c.Key, c => Enum.TryParse<SeedColumn>(c.Value, out var known) ? known : (SeedColumn?)null, StringComparer.Ordinal),
            Secrets = Enum.TryParse<SecretEncoding>(Secrets, out var secrets) ? secrets : null,
            PreSharedKey = digits.Length == 0 ? null : Convert.FromHexString(digits),
            Password = string.IsNullOrEmpty(Password) ? null : Password,
            SignerCertificate = certificate,
        };
    }

    /// <summary>Another file: what was said of the last one's columns and keys says nothing of this one's.</summary>
    public void ForgetFile()
    {
        Columns.Clear();
        Secrets = null;
    }

    /// <summary>Forgets the secrets.</summary>
    public void Forget() => (Key, Password) = (null, null);

    private (X509Certificate2? Certificate, Error? Broken) ReadCertificate()
    {
        try
        {
            return (Certificate is null ? null : X509CertificateLoader.LoadCertificate(Certificate), null);
        }
        catch (CryptographicException)
        {
            return (null, ConsignmentErrors.BadCertificate);
        }
    }
}
