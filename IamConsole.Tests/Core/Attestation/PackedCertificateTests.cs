using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>WebAuthn Level 3, 8.2.1: for each requirement a certificate that is valid but for it.</summary>
public sealed class PackedCertificateTests
{
    private readonly SoftwareAuthenticator _key = new(AttestationKind.Packed);

    [Fact]
    public void Refuses_a_critical_AAGUID()
    {
        _key.Certificate.Replace(ForgedExtension.OfAaguid(_key.Aaguid) with { IsCritical = true });
        _key.IsRefused("attestation.packed.aaguid-extension");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Refuses_an_older_version(int version)
    {
        _key.Certificate.Version = version;
        _key.IsRefused("attestation.packed.certificate-version");
    }

    [Theory]
    [InlineData("CN=Key, OU=Authenticator Attestation, O=Example")]
    [InlineData("CN=Key, OU=Authenticator Attestation, C=SE")]
    [InlineData("CN=Key, O=Example, C=SE")]
    [InlineData("CN=Key, OU=authenticator attestation, O=Example, C=SE")]
    [InlineData("OU=Authenticator Attestation, O=Example, C=SE")]
    public void Refuses_another_subject(string subject)
    {
        _key.Certificate.Subject = CertificateForge.Name(subject);
        _key.IsRefused("attestation.packed.subject");
    }

    [Fact]
    public void Reads_texts_whose_characters_do_not_fit_their_type()
    {
        // PrintableString knows no underscore.
        _key.Certificate.Subject = [.. CertificateForge.Name("CN=Key_1, OU=Authenticator Attestation, O=Example, C=SE")];
        var at = _key.Certificate.Subject.AsSpan().IndexOf("Key_1"u8);
        _key.Certificate.Subject[at - 2] = 0x13;
        Assert.EndsWith("CN=Key_1", _key.Verdict().Certificate!.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_an_authority()
    {
        _key.Certificate.Replace(ForgedExtension.Authority(true));
        _key.IsRefused("attestation.packed.basic-constraints");
    }

    [Fact]
    public void Refuses_no_word_about_being_an_authority()
    {
        _key.Certificate.Without(ForgedExtension.BasicConstraints);
        _key.IsRefused("attestation.packed.basic-constraints");
    }
}
