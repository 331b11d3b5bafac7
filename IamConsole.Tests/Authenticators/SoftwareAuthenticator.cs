using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Tests.Authenticators;

/// <summary>
/// An authenticator that makes one credential with any kind of attestation, and signs assertions with it. Everything is valid by
/// default; tests change one thing before <see cref="Attest"/>.
/// </summary>
public sealed class SoftwareAuthenticator
{
    public const string RpId = "example.org";

    public SoftwareAuthenticator(
        AttestationKind kind, CoseAlgorithm algorithm = CoseAlgorithm.Es256, CoseAlgorithm attestation = CoseAlgorithm.Es256, SoftwareAuthority? authority = null)
    {
        Kind = kind;
        Authority = authority ?? (kind == AttestationKind.FidoU2f ? SoftwareAuthority.SharedRoot : SoftwareAuthority.Shared);
        Credential = SoftwareKey.Create(algorithm);
        AttestationKey = kind is AttestationKind.AndroidKey or AttestationKind.Apple ? Credential : SoftwareKey.Create(attestation, "attestation");
        StatedAlgorithm = (int)(kind is AttestationKind.PackedSelf or AttestationKind.AndroidKey ? algorithm : attestation);
        if (kind == AttestationKind.FidoU2f) Aaguid = Guid.Empty;
        if (kind == AttestationKind.Tpm)
        {
            Certificate.Subject = [0x30, 0x00];
            Certificate.Replace(ForgedExtension.TpmDevice());
            Certificate.Replace(ForgedExtension.Usage("2.23.133.8.3"));
        }

        if (kind is AttestationKind.Packed or AttestationKind.Tpm) Certificate.Replace(ForgedExtension.OfAaguid(Aaguid));
        if (kind == AttestationKind.Compound)
            Parts = [new(AttestationKind.PackedSelf) { Credential = Credential, StatedAlgorithm = (int)algorithm }, new(AttestationKind.Packed) { Credential = Credential }];
    }

    public AttestationKind Kind { get; }

    public SoftwareAuthority Authority { get; }

    public SoftwareKey Credential { get; set; }

    public SoftwareKey AttestationKey { get; set; }

    public string RelyingParty { get; set; } = RpId;

    public Guid Aaguid { get; set; } = new("08987058-cadc-4b81-b6e1-30de50dcbe96");

    public byte[] CredentialId { get; set; } = RandomNumberGenerator.GetBytes(32);

    public AuthenticatorFlags Flags { get; set; } = AuthenticatorFlags.UserPresent | AuthenticatorFlags.UserVerified;

    public uint SignCount { get; set; } = 1;

    /// <summary>The member alg of the statement.</summary>
    public int StatedAlgorithm { get; set; }

    public CertificateForge Certificate { get; } = new();

    public TpmForge Tpm { get; } = new();

    public AndroidForge Android { get; } = new();

    /// <summary>The statements of a compound one.</summary>
    public IReadOnlyList<SoftwareAuthenticator> Parts { get; set; } = [];

    /// <summary>The certificates of the statement, leaf first.</summary>
    public Func<List<byte[]>, List<byte[]>> BendCertificates { get; set; } = certificates => certificates;

    /// <summary>The key as it stands in the authenticator data.</summary>
    public Func<SoftwareKey, byte[]> CredentialKey { get; set; } = key => key.Cose();

    /// <summary>What is signed.</summary>
    public Func<byte[], byte[]> BendSigned { get; set; } = signed => signed;

    public Func<byte[], byte[]> BendSignature { get; set; } = signature => signature;

    /// <summary>The statement's members before they are written.</summary>
    public Action<Dictionary<string, object>> BendStatement { get; set; } = _ => { };

    /// <summary>The format identifier as written.</summary>
    public string Format => FormatOverride ?? ForgedStatement.Name(Kind);

    public string? FormatOverride { get; set; }

    /// <summary>The attestation object for this hash of client data.</summary>
    public byte[] Attest(byte[] clientDataHash)
    {
        var authenticatorData = AuthenticatorData(AuthenticatorFlags.AttestedCredential, Attested());
        return ForgedStatement.Write(this, authenticatorData, clientDataHash);
    }

    /// <summary>Authenticator data and signature of an assertion.</summary>
    public (byte[] AuthenticatorData, byte[] Signature) Assert(byte[] clientDataHash)
    {
        SignCount++;
        var data = AuthenticatorData(default, []);
        return (data, BendSignature(Credential.Sign([.. data, .. clientDataHash])));
    }

    private byte[] Attested()
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)CredentialId.Length);
        return [.. Aaguid.ToByteArray(bigEndian: true), .. length, .. CredentialId, .. CredentialKey(Credential)];
    }

    private byte[] AuthenticatorData(AuthenticatorFlags more, byte[] attested)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, SignCount);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(RelyingParty)), (byte)(Flags | more), .. count, .. attested];
    }
}
