using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>WebAuthn Level 3, 8.4: for each step a statement that is valid but for it.</summary>
public sealed class AndroidKeyTests
{
    private readonly SoftwareAuthenticator _phone = new(AttestationKind.AndroidKey);

    [Theory]
    [InlineData("alg")]
    [InlineData("sig")]
    [InlineData("x5c")]
    public void Step_1_refuses_a_missing_member(string name)
    {
        _phone.BendStatement = members => members.Remove(name);
        _phone.IsRefused("attestation.android-key.syntax");
    }

    [Fact]
    public void Step_1_refuses_another_member()
    {
        _phone.BendStatement = members => members["ver"] = "2.0";
        _phone.IsRefused("attestation.android-key.syntax");
    }

    [Fact]
    public void Step_1_refuses_no_certificate()
    {
        _phone.BendCertificates = _ => [];
        _phone.IsRefused("attestation.android-key.certificates");
    }

    [Fact]
    public void Step_2_refuses_another_signature()
    {
        _phone.BendSigned = AttestationCase.Other;
        _phone.IsRefused("attestation.android-key.signature");
    }

    [Fact]
    public void Step_2_refuses_another_algorithm()
    {
        _phone.StatedAlgorithm = (int)CoseAlgorithm.Es384;
        _phone.IsRefused("attestation.android-key.algorithm");
    }

    [Fact]
    public void Step_3_refuses_a_certificate_for_another_key()
    {
        _phone.AttestationKey = SoftwareKey.Create(CoseAlgorithm.Es256);
        _phone.IsRefused("attestation.android-key.key");
    }

    [Fact]
    public void Step_4_refuses_another_challenge()
    {
        _phone.Android.BendChallenge = AttestationCase.Other;
        _phone.IsRefused("attestation.android-key.challenge");
    }

    [Fact]
    public void Step_4_refuses_a_malformed_key_description()
    {
        _phone.Android.Bend = description => [.. description[..^1]];
        _phone.IsRefused("attestation.android-key.key-description");
    }

    [Fact]
    public void Step_4_refuses_a_key_description_with_more_behind_it()
    {
        _phone.Android.Bend = description => [.. description, 0x05, 0x00];
        _phone.IsRefused("attestation.android-key.key-description");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Step_5_1_refuses_a_key_for_all_applications(bool inHardware)
    {
        (_phone.Android.AllApplicationsInHardware, _phone.Android.AllApplicationsInSoftware) = (inHardware, !inHardware);
        _phone.IsRefused("attestation.android-key.all-applications");
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(0, 2)]
    [InlineData(null, 3)]
    public void Step_5_2_refuses_a_key_that_was_not_generated(int? hardware, int? software)
    {
        (_phone.Android.HardwareOrigin, _phone.Android.SoftwareOrigin) = (hardware, software);
        _phone.IsRefused("attestation.android-key.origin");
    }

    [Theory]
    [InlineData(new[] { 3 }, new int[0])]
    [InlineData(new[] { 2, 0 }, new int[0])]
    [InlineData(new[] { 2 }, new[] { 1 })]
    public void Step_5_2_refuses_a_key_for_other_purposes(int[] hardware, int[] software)
    {
        (_phone.Android.HardwarePurposes, _phone.Android.SoftwarePurposes) = (hardware, software);
        _phone.IsRefused("attestation.android-key.purpose");
    }

    [Fact]
    public void Step_5_2_takes_both_lists_together()
    {
        (_phone.Android.HardwarePurposes, _phone.Android.HardwareOrigin) = ([], null);
        (_phone.Android.SoftwarePurposes, _phone.Android.SoftwareOrigin) = ([2], 0);
        _phone.IsTrusted();
    }
}
