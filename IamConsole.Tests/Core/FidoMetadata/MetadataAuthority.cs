using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IamConsole.Core.FidoMetadata;

namespace IamConsole.Tests.Core.FidoMetadata;

/// <summary>A root and a signer of metadata of our own, valid around the scenario's time.</summary>
internal sealed class MetadataAuthority : IDisposable
{
    public const string SignerName = "metadata.example";

    private readonly ECDsa _rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public MetadataAuthority(DateTimeOffset now)
    {
        var request = new CertificateRequest("CN=Metadata test root", _rootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        (Now, Root) = (now, request.CreateSelfSigned(now.AddYears(-5), now.AddYears(20)));
    }

    public DateTimeOffset Now { get; }

    public X509Certificate2 Root { get; }

    public MetadataTrust Trust => new([Root], SignerName, []);

    /// <summary>A certificate below the root.</summary>
    public X509Certificate2 Issue(AsymmetricAlgorithm key, string name = SignerName, bool isAuthority = false, X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature,
        int fromDays = -100, int untilDays = 1000)
    {
        var subject = new X500DistinguishedName("CN=" + name);
        var request = key is ECDsa elliptic ? new CertificateRequest(subject, elliptic, HashAlgorithmName.SHA256)
            : new CertificateRequest(subject, (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        return request.Create(
            Root.SubjectName, X509SignatureGenerator.CreateForECDsa(_rootKey), Now.AddDays(fromDays), Now.AddDays(untilDays), RandomNumberGenerator.GetBytes(12));
    }

    /// <summary>A revocation list that names these certificates.</summary>
    public byte[] Crl(int fromDays, int untilDays, ECDsa? signer, params X509Certificate2[] revoked)
    {
        var list = new CertificateRevocationListBuilder();
        foreach (var certificate in revoked) list.AddEntry(certificate, Now.AddDays(fromDays));
        return list.Build(
            Root.SubjectName, X509SignatureGenerator.CreateForECDsa(signer ?? _rootKey), 1, Now.AddDays(untilDays), HashAlgorithmName.SHA256,
            X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(Root.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single()), Now.AddDays(fromDays));
    }

    public void Dispose()
    {
        Root.Dispose();
        _rootKey.Dispose();
    }
}
