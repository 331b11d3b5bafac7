using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>The structures of TPM 2.0 Part 2 inside a statement: how they may be written and where they break.</summary>
public sealed class TpmStructureTests
{
    private readonly SoftwareAuthenticator _tpm = new(AttestationKind.Tpm);
    private readonly SoftwareAuthenticator _rsa = new(AttestationKind.Tpm, CoseAlgorithm.Rs256);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(40)]
    public void Step_2_refuses_a_public_area_that_ends_early(int length)
    {
        _tpm.Tpm.BendPublicArea = area => area[..length];
        _tpm.IsRefused("attestation.tpm.pub-area");
    }

    [Fact]
    public void Step_2_refuses_a_public_area_with_more_behind_it()
    {
        _tpm.Tpm.BendPublicArea = area => [.. area, 0x00];
        _tpm.IsRefused("attestation.tpm.pub-area");
    }

    [Fact]
    public void Step_2_refuses_a_public_area_of_another_type()
    {
        _tpm.Tpm.BendPublicArea = area => [0x00, 0x08, .. area[2..]];
        _tpm.IsRefused("attestation.tpm.pub-area");
    }

    [Fact]
    public void Step_2_reads_an_exponent_and_schemes_that_are_written_out()
    {
        _tpm.Tpm.Elaborate = true;
        _tpm.IsTrusted();
        _rsa.Tpm.Elaborate = true;
        _rsa.Tpm.Exponent = 65537;
        _rsa.IsTrusted();
    }

    [Fact]
    public void Step_2_takes_coordinates_for_numbers()
    {
        _tpm.Tpm.BendPublicArea = area => [.. area[..^68], 0, 33, 0, .. area[^66..]];
        _tpm.IsTrusted();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(90)]
    public void Step_5_refuses_a_structure_that_ends_early(int length)
    {
        _tpm.Tpm.BendCertifyInfo = info => info[..length];
        _tpm.IsRefused("attestation.tpm.cert-info");
    }

    [Fact]
    public void Step_5_refuses_a_structure_with_more_behind_it()
    {
        _tpm.Tpm.BendCertifyInfo = info => [.. info, 0x00];
        _tpm.IsRefused("attestation.tpm.cert-info");
    }
}
