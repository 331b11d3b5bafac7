using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IamConsole.Core.FidoMetadata;

/// <summary>The chain of a BLOB's signer to a pinned root (FIDO Metadata Service 3.2, steps 4 and 5; RFC 5280, 6).</summary>
/// <param name="Revocation">What revocation lists said.</param>
internal sealed record SignerChain(RevocationCheck Revocation)
{
    public static Result<SignerChain> Verify(IReadOnlyList<X509Certificate2> certificates, MetadataTrust trust, DateTimeOffset now)
    {
        var signer = certificates[0];
        if (!IsForSignatures(signer)) return MetadataErrors.SignerUsage;
        if (trust.Signer is { } name && !Bears(signer, name)) return MetadataErrors.SignerName;
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        foreach (var root in trust.Roots) policy.CustomTrustStore.Add(root);
        foreach (var certificate in certificates.Skip(1)) policy.ExtraStore.Add(certificate);
        policy.VerificationTime = now.UtcDateTime;

        // Whatever is needed has come with the BLOB or was given: an address in a certificate is never called.
        policy.DisableCertificateDownloads = true;
        policy.RevocationMode = X509RevocationMode.NoCheck;
        try
        {
            if (!chain.Build(signer)) return Fault(chain);
            var path = chain.ChainElements.Select(e => e.Certificate).ToList();
            return RevocationLists.Check(path, trust.Crls, now);
        }
        catch (CryptographicException)
        {
            return MetadataErrors.NotTrusted;
        }
        finally
        {
            foreach (var element in chain.ChainElements) element.Certificate.Dispose();
        }
    }

    private static Error Fault(X509Chain chain)
    {
        var all = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (flags, status) => flags | status.Status);
        return all == X509ChainStatusFlags.NotTimeValid ? MetadataErrors.CertificateExpired : MetadataErrors.NotTrusted;
    }

    private static bool IsForSignatures(X509Certificate2 signer)
    {
        try
        {
            return !signer.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority)
                && signer.Extensions.OfType<X509KeyUsageExtension>().All(e => e.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature));
        }
        catch (CryptographicException)
        {
            // Extensions are decoded when they are asked.
            return false;
        }
    }

    private static bool Bears(X509Certificate2 signer, string name)
    {
        try
        {
            return signer.MatchesHostname(name, allowWildcards: false);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
