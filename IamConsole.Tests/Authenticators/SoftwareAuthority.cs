using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Tests.Authenticators;

/// <summary>A root, and the intermediates under it, that issue attestation certificates.</summary>
public sealed class SoftwareAuthority
{
    private readonly List<(byte[] Der, byte[] Subject, SoftwareKey Key)> _chain = [];

    /// <param name="algorithm">Of the keys of root and intermediates.</param>
    /// <param name="intermediates">How many.</param>
    /// <param name="bend">Changes root (level 0) or intermediate (1 and on) before it is issued.</param>
    public SoftwareAuthority(CoseAlgorithm algorithm = CoseAlgorithm.Es256, int intermediates = 0, Action<int, CertificateForge>? bend = null)
    {
        for (var level = 0; level <= intermediates; level++)
        {
            var forge = new CertificateForge { Subject = CertificateForge.Name($"CN=Attestation Authority {level} {RandomNumberGenerator.GetHexString(16)}, O=Example") };
            forge.Replace(ForgedExtension.Authority(true));
            bend?.Invoke(level, forge);
            var key = SoftwareKey.Create(algorithm, $"authority {level}");
            var (issuer, issuerKey) = level == 0 ? (forge.Subject, key) : (_chain[^1].Subject, _chain[^1].Key);
            _chain.Add((forge.Issue(key, issuer, issuerKey), forge.Subject, key));
        }
    }

    /// <summary>An authority for everybody who bends nothing of it.</summary>
    public static SoftwareAuthority Shared { get; } = new(intermediates: 1);

    /// <summary>A root that issues itself, for statements with room for one certificate.</summary>
    public static SoftwareAuthority SharedRoot { get; } = new();

    public byte[] Root => _chain[0].Der;

    public IReadOnlyList<X509Certificate2> Anchors => [Load(Root)];

    /// <summary>What a statement carries after its own certificate: the intermediates, the last one first.</summary>
    public IReadOnlyList<byte[]> Intermediates => [.. _chain.Skip(1).Select(c => c.Der).Reverse()];

    public static X509Certificate2 Load(byte[] der) => X509CertificateLoader.LoadCertificate(der);

    public byte[] Issue(CertificateForge forge, SoftwareKey key) => forge.Issue(key, _chain[^1].Subject, _chain[^1].Key);
}
