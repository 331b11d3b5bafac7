using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>From the attestation certificate to an anchor (WebAuthn Level 3, 7.1 step 24; RFC 5280, section 6).</summary>
public sealed class TrustPathTests
{
    private readonly SoftwareAuthenticator _key = new(AttestationKind.Packed);

    [Fact]
    public void Nobody_is_trusted_without_anchors() => _key.IsDistrusted("attestation.trust.no-anchors", anchors: []);

    [Fact]
    public void Another_root_vouches_for_nothing() => _key.IsDistrusted("attestation.trust.path", new SoftwareAuthority().Anchors);

    [Fact]
    public void A_root_among_others_is_enough() => _key.IsTrusted([.. new SoftwareAuthority().Anchors, .. _key.Authority.Anchors]);

    [Fact]
    public void An_intermediate_may_be_the_anchor()
    {
        _key.IsTrusted([SoftwareAuthority.Load(_key.Authority.Intermediates[0])]);

        // Also where the statement leaves it out.
        _key.BendCertificates = path => [path[0]];
        _key.IsTrusted([SoftwareAuthority.Load(_key.Authority.Intermediates[0])]);
    }

    [Fact]
    public void An_intermediate_as_anchor_must_have_signed()
    {
        _key.Certificate.BendSignature = AttestationCase.Other;
        _key.IsDistrusted("attestation.trust.signature", [SoftwareAuthority.Load(_key.Authority.Intermediates[0])]);
    }

    [Fact]
    public void The_attestation_certificate_itself_may_be_the_anchor()
    {
        byte[]? leaf = null;
        _key.BendCertificates = path => [leaf ??= path[0]];
        _key.Attest(AttestationCase.ClientDataHash);

        _key.IsTrusted([SoftwareAuthority.Load(leaf!)]);
        _key.IsDistrusted("attestation.trust.expired", [SoftwareAuthority.Load(leaf!)], CertificateForge.Now.AddYears(20));
        _key.IsDistrusted("attestation.trust.not-yet-valid", [SoftwareAuthority.Load(leaf!)], CertificateForge.Now.AddYears(-20));
    }

    [Fact]
    public void A_root_in_the_statement_is_tolerated_and_is_no_anchor_by_that()
    {
        _key.BendCertificates = path => [.. path, _key.Authority.Root];
        _key.IsTrusted();
        _key.IsDistrusted("attestation.trust.path", new SoftwareAuthority().Anchors);
    }

    [Fact]
    public void A_missing_intermediate_breaks_the_path()
    {
        _key.BendCertificates = path => [path[0]];
        _key.IsDistrusted("attestation.trust.path");
    }

    [Fact]
    public void Intermediates_may_stand_in_any_order_with_strangers_among_them()
    {
        var key = new SoftwareAuthenticator(AttestationKind.Packed, authority: new(intermediates: 3));
        key.BendCertificates = path => [path[0], path[3], new SoftwareAuthority().Root, path[1], path[2]];
        key.IsTrusted();
    }

    [Fact]
    public void A_signature_by_another_authority_of_the_same_name_is_none()
    {
        _key.Certificate.BendSignature = AttestationCase.Other;
        _key.IsDistrusted("attestation.trust.signature");
    }

    [Fact]
    public void A_signature_with_unused_bits_has_a_name_of_its_own()
    {
        _key.Certificate.BendSignature = bits => [.. bits[..^(bits.Length - 2)], 0x03, .. bits[3..]];
        _key.IsDistrusted("attestation.trust.signature-encoding");
    }

    [Fact]
    public void A_padded_signature_has_a_name_of_its_own()
    {
        // BIT STRING { 00, SEQUENCE { INTEGER, INTEGER } } with a zero more before the first number.
        _key.Certificate.BendSignature = bits =>
            [0x03, (byte)(bits[1] + 1), 0x00, 0x30, (byte)(bits[4] + 1), 0x02, (byte)(bits[6] + 1), 0x00, .. bits[7..]];
        _key.IsDistrusted("attestation.trust.signature-encoding");
    }

    [Fact]
    public void An_expired_certificate_and_one_of_the_future_are_named()
    {
        _key.Certificate.NotAfter = CertificateForge.Now.AddSeconds(-1);
        _key.IsDistrusted("attestation.trust.expired");
        _key.Certificate.NotAfter = CertificateForge.Now.AddSeconds(1);
        _key.IsTrusted();
        _key.Certificate.NotBefore = CertificateForge.Now.AddSeconds(1);
        _key.IsDistrusted("attestation.trust.not-yet-valid");
        _key.Certificate.NotBefore = CertificateForge.Now.AddSeconds(-1);
        _key.IsTrusted();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void An_expired_authority_vouches_for_nothing(int level)
    {
        var authority = new SoftwareAuthority(intermediates: 1, bend: (at, forge) =>
        {
            if (at == level) forge.NotAfter = CertificateForge.Now.AddDays(-1);
        });
        new SoftwareAuthenticator(AttestationKind.Packed, authority: authority).IsDistrusted("attestation.trust.expired");
    }

    [Fact]
    public void A_critical_extension_that_nobody_knows_is_named()
    {
        _key.Certificate.Extensions.Add(new("1.3.6.1.4.1.99999.1", [0x05, 0x00], IsCritical: true));
        _key.IsDistrusted("attestation.trust.critical-extension");
        _key.Certificate.Replace(new("1.3.6.1.4.1.99999.1", [0x05, 0x00]));
        _key.IsTrusted();
    }

    [Fact]
    public void An_issuer_that_is_no_authority_is_named() => Bent(1, forge => forge.Replace(ForgedExtension.Authority(false)))
        .IsDistrusted("attestation.trust.constraints");

    [Fact]
    public void An_anchor_that_is_no_authority_vouches_for_itself_alone()
    {
        Bent(0, forge => forge.Replace(ForgedExtension.Authority(false))).IsDistrusted("attestation.trust.constraints");
        var key = Bent(1, forge => forge.Replace(ForgedExtension.Authority(false)));
        key.IsDistrusted("attestation.trust.constraints", [SoftwareAuthority.Load(key.Authority.Intermediates[0])]);
    }

    [Fact]
    public void A_path_longer_than_its_authority_allows_is_named() => Bent(0, forge => forge.Replace(ForgedExtension.Authority(true, pathLength: 0)))
        .IsDistrusted("attestation.trust.constraints");

    [Fact]
    public void An_authority_whose_key_must_not_sign_certificates_is_named() =>
        Bent(1, forge => forge.Extensions.Add(new("2.5.29.15", [0x03, 0x02, 0x07, 0x80], IsCritical: true))).IsDistrusted("attestation.trust.constraints");

    [Fact]
    public void A_name_outside_the_authoritys_constraints_is_named()
    {
        var authority = new SoftwareAuthority(bend: (_, forge) => forge.Extensions.Add(ForgedExtension.PermittedDns("vendor.test")));
        new SoftwareAuthenticator(AttestationKind.Tpm, authority: authority).IsDistrusted("attestation.trust.name-constraints");
    }

    [Theory]
    [InlineData(CoseAlgorithm.Es384)]
    [InlineData(CoseAlgorithm.Es512)]
    [InlineData(CoseAlgorithm.Rs256)]
    [InlineData(CoseAlgorithm.EdDsa)]
    public void Authorities_sign_with_every_algorithm(CoseAlgorithm algorithm) =>
        new SoftwareAuthenticator(AttestationKind.Packed, authority: new(algorithm, intermediates: 1)).IsTrusted();

    private static SoftwareAuthenticator Bent(int level, Action<CertificateForge> bend) => new(AttestationKind.Packed, authority: new(intermediates: 1, bend: (at, forge) =>
    {
        if (at == level) bend(forge);
    }));
}
