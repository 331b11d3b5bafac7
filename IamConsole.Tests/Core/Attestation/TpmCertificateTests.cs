using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>WebAuthn Level 3, 8.3.1: for each requirement an AIK certificate that is valid but for it.</summary>
public sealed class TpmCertificateTests
{
    private readonly SoftwareAuthenticator _tpm = new(AttestationKind.Tpm);

    [Fact]
    public void Refuses_an_older_version()
    {
        _tpm.Certificate.Version = 1;
        _tpm.IsRefused("attestation.tpm.certificate-version");
    }

    [Fact]
    public void Refuses_a_subject()
    {
        _tpm.Certificate.Subject = CertificateForge.Name("CN=TPM");
        _tpm.IsRefused("attestation.tpm.subject");
    }

    [Theory]
    [InlineData(null, "SLB9670", "id:13")]
    [InlineData("id:49465800", null, "id:13")]
    [InlineData("id:49465800", "SLB9670", null)]
    [InlineData("id:49465800", "", "id:13")]
    [InlineData("49465800", "SLB9670", "id:13")]
    [InlineData("id:4946580", "SLB9670", "id:13")]
    [InlineData("id:4946580G", "SLB9670", "id:13")]
    [InlineData("id:+9465800", "SLB9670", "id:13")]
    public void Refuses_an_alternative_name_without_manufacturer_model_or_version(string? manufacturer, string? model, string? version)
    {
        _tpm.Certificate.Replace(ForgedExtension.TpmDevice(manufacturer, model, version));
        _tpm.IsRefused("attestation.tpm.alternative-name");
    }

    [Fact]
    public void Refuses_no_alternative_name_and_a_malformed_one()
    {
        _tpm.Certificate.Without(ForgedExtension.AlternativeName);
        _tpm.IsRefused("attestation.tpm.alternative-name");
        _tpm.Certificate.Replace(new(ForgedExtension.AlternativeName, [0x30, 0x05, 0x00]));
        _tpm.IsRefused("attestation.tpm.alternative-name");
    }

    [Fact]
    public void Reads_the_parts_of_the_name_in_one_set_and_in_three()
    {
        _tpm.Certificate.Replace(ForgedExtension.TpmDevice(oneName: false));
        _tpm.IsTrusted();
    }

    [Theory]
    [InlineData("id:FFFFFFFF")]
    [InlineData("id:41424344")]
    public void Does_not_trust_a_manufacturer_that_is_not_registered(string manufacturer)
    {
        _tpm.Certificate.Replace(ForgedExtension.TpmDevice(manufacturer));
        _tpm.IsDistrusted("attestation.trust.tpm-vendor");
    }

    [Fact]
    public void Trusts_a_registered_manufacturer_in_either_case()
    {
        _tpm.Certificate.Replace(ForgedExtension.TpmDevice("id:4e545a00"));
        _tpm.IsTrusted();
    }

    [Theory]
    [InlineData("2.23.133.8.1")]
    [InlineData("1.3.6.1.5.5.7.3.2")]
    public void Refuses_a_certificate_for_another_use(string usage)
    {
        _tpm.Certificate.Replace(ForgedExtension.Usage(usage));
        _tpm.IsRefused("attestation.tpm.key-usage");
    }

    [Fact]
    public void Refuses_a_certificate_without_a_use()
    {
        _tpm.Certificate.Without(ForgedExtension.ExtendedKeyUsage);
        _tpm.IsRefused("attestation.tpm.key-usage");
    }

    [Fact]
    public void Accepts_the_use_among_others()
    {
        _tpm.Certificate.Replace(ForgedExtension.Usage("1.3.6.1.4.1.311.21.36", "2.23.133.8.3"));
        _tpm.IsTrusted();
    }

    [Fact]
    public void Refuses_an_authority()
    {
        _tpm.Certificate.Replace(ForgedExtension.Authority(true));
        _tpm.IsRefused("attestation.tpm.basic-constraints");
    }

    [Fact]
    public void Refuses_a_malformed_AAGUID()
    {
        _tpm.Certificate.Replace(new(ForgedExtension.Aaguid, [0x04, 0x0f, .. new byte[15]]));
        _tpm.IsRefused("attestation.tpm.aaguid-extension");
    }
}
