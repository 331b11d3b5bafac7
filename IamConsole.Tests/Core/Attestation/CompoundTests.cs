using IamConsole.Core.Attestation;
using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>WebAuthn Level 3, 8.9, and our policy: every part verifies, and one that is trusted is enough.</summary>
public sealed class CompoundTests
{
    private readonly SoftwareAuthenticator _compound = new(AttestationKind.Compound);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    public void Refuses_fewer_than_two_parts_and_more_than_eight(int count)
    {
        _compound.Parts = [.. Enumerable.Repeat(_compound.Parts[0], count)];
        _compound.IsRefused("attestation.compound.count");
    }

    [Fact]
    public void Refuses_a_part_that_is_compound()
    {
        _compound.Parts[1].FormatOverride = "compound";
        _compound.IsRefused("attestation.compound.nested");
    }

    [Fact]
    public void Refuses_a_map_instead_of_a_list()
    {
        new SoftwareAuthenticator(AttestationKind.Packed) { FormatOverride = "compound" }.IsRefused("attestation.compound.syntax");
    }

    [Theory]
    [InlineData("android-safetynet", "attestation.android-safetynet")]
    [InlineData("own.example", "attestation.format")]
    public void Refuses_a_part_in_a_format_that_is_refused(string format, string code)
    {
        _compound.Parts[0].FormatOverride = format;
        _compound.IsRefused(code);
    }

    [Fact]
    public void Refuses_the_whole_for_a_part_that_fails_by_its_name()
    {
        _compound.Parts[0].BendSigned = AttestationCase.Other;
        _compound.IsRefused("attestation.packed.self-signature");
    }

    [Fact]
    public void Reports_the_strongest_part_that_is_trusted()
    {
        var tpm = new SoftwareAuthenticator(AttestationKind.Tpm, authority: new()) { Credential = _compound.Credential };
        _compound.Parts = [tpm, .. _compound.Parts];

        Assert.Equal(AttestationType.Basic, _compound.Verdict(_compound.Authority.Anchors).Type);
        Assert.Equal(AttestationType.AttestationCa, _compound.Verdict(tpm.Authority.Anchors).Type);
        Assert.Equal((AttestationType.AttestationCa, "attestation.trust.path"), Untrusted(new SoftwareAuthority()));

        (AttestationType, string?) Untrusted(SoftwareAuthority other) =>
            (_compound.Verdict(other.Anchors).Type, _compound.Verdict(other.Anchors).Distrust?.Code);
    }

    [Fact]
    public void Reports_no_AAGUID_beside_a_part_that_does_not_sign_it()
    {
        var u2f = new SoftwareAuthenticator(AttestationKind.FidoU2f) { Credential = _compound.Credential, CredentialId = _compound.CredentialId };
        _compound.Parts = [u2f, new(AttestationKind.None)];

        var verdict = _compound.Verdict(u2f.Authority.Anchors);

        Assert.Equal((true, Guid.Empty), (verdict.IsTrusted, verdict.Aaguid));
    }

    [Fact]
    public void The_subject_names_the_certificates_of_all_parts()
    {
        var tpm = new SoftwareAuthenticator(AttestationKind.Tpm) { Credential = _compound.Credential };
        _compound.Parts = [tpm, .. _compound.Parts];
        var attestation = AttestationObject.Read(_compound.Attest(AttestationCase.ClientDataHash)).Value!;

        // Two leaves and the intermediate above both.
        Assert.Equal(3, AttestationSubject.Read(attestation).KeyIdentifiers.Count);
    }
}
