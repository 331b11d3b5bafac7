using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>What is no certificate, and what is no key of one; the same for every format.</summary>
public sealed class CertificateTests
{
    private readonly SoftwareAuthenticator _key = new(AttestationKind.Packed);

    [Fact]
    public void Refuses_what_is_no_certificate()
    {
        _key.BendCertificates = path => [path[0], [0x30, 0x03, 0x02, 0x01, 0x00]];
        _key.IsRefused("attestation.packed.certificate");
    }

    [Fact]
    public void Refuses_PEM_where_DER_belongs()
    {
        _key.BendCertificates = path => [System.Text.Encoding.ASCII.GetBytes(SoftwareAuthority.Load(path[0]).ExportCertificatePem())];
        _key.IsRefused("attestation.packed.certificate");
    }

    [Fact]
    public void Refuses_bytes_behind_a_certificate()
    {
        _key.Certificate.Bend = der => [.. der, 0x00];
        _key.IsRefused("attestation.packed.certificate");
    }

    [Fact]
    public void Refuses_an_extension_that_comes_twice()
    {
        _key.Certificate.Extensions.Add(ForgedExtension.OfAaguid(_key.Aaguid));
        _key.IsRefused("attestation.packed.certificate");
    }

    [Fact]
    public void Refuses_a_key_on_a_curve_by_explicit_parameters()
    {
        // The named curve's place taken by a structure.
        _key.Certificate.PublicKeyInfo = ForgedExtension.Der(writer =>
        {
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.840.10045.2.1");
                    using (writer.PushSequence()) writer.WriteInteger(1);
                }

                writer.WriteBitString([0x04, .. _key.AttestationKey.Point!.Value.X!, .. _key.AttestationKey.Point!.Value.Y!]);
            }
        });
        _key.IsRefused("attestation.packed.certificate-key");
    }

    [Fact]
    public void Refuses_a_key_that_is_not_on_its_curve()
    {
        var key = _key.AttestationKey.PublicKeyInfo();
        _key.Certificate.PublicKeyInfo = AttestationCase.Other(key);
        _key.IsRefused("attestation.packed.certificate-key");
    }

    [Fact]
    public void Refuses_a_small_RSA_key()
    {
        var small = SoftwareKey.Create(CoseAlgorithm.Rs256, "small", 1024);
        new SoftwareAuthenticator(AttestationKind.Packed) { AttestationKey = small, StatedAlgorithm = (int)CoseAlgorithm.Rs256 }
            .IsRefused("attestation.packed.certificate-key");
    }

    [Fact]
    public void Facts_leave_out_what_is_malformed()
    {
        _key.Certificate.Without(ForgedExtension.Aaguid);
        _key.Certificate.Replace(new(ForgedExtension.Transports, [0x04, 0x01, 0x20]));

        var facts = _key.Verdict().Certificate!;

        Assert.Null(facts.Aaguid);
        Assert.Null(facts.Transports);
    }
}
