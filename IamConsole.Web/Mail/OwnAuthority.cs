using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IamConsole.Web.Mail;

/// <summary>Trust in a mail server whose certificate an authority of one's own has signed, and in no other for that.</summary>
internal static class OwnAuthority
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>What is wrong with a file that should hold authorities, or null.</summary>
    public static string? Fault(string file)
    {
        try
        {
            if (!File.Exists(file)) return "names no file";
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(file);
            return authorities.Count > 0 ? null : "names a file without a certificate in PEM";
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return "names a file that cannot be read as certificates in PEM";
        }
    }

    /// <summary>Judges a server's certificate by the authorities in a PEM file, beside those of the machine.</summary>
    public static RemoteCertificateValidationCallback Trusting(string file) => (_, certificate, sent, errors) =>
    {
        if (errors is SslPolicyErrors.None) return true;

        // Only the authority may be unknown: a certificate of another name is another server's.
        if (certificate is null || errors is not SslPolicyErrors.RemoteCertificateChainErrors) return false;
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(file);
        using var server = new X509Certificate2(certificate);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);

        // An own authority seldom answers questions about revocation.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>()) chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        return chain.Build(server);
    };
}
