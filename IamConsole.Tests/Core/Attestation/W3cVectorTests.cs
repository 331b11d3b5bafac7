using System.Security.Cryptography;
using System.Text.Json;
using IamConsole.Core.Attestation;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>The registrations of "Test Vectors" in Web Authentication Level 3 (W3C); each file names repository and commit.</summary>
public sealed class W3cVectorTests
{
    public static TheoryData<string, AttestationType> Registrations => new()
    {
        { "sctn-test-vectors-none-es256", AttestationType.None },
        { "sctn-test-vectors-none-es256-long-credential-id", AttestationType.None },
        { "sctn-test-vectors-packed-self-es256", AttestationType.Self },
        { "sctn-test-vectors-packed-es256", AttestationType.Basic },
        { "sctn-test-vectors-packed-eddsa", AttestationType.Basic },
        { "sctn-test-vectors-fido-u2f-es256", AttestationType.Basic },
        { "sctn-test-vectors-tpm-es256", AttestationType.AttestationCa },
        { "sctn-test-vectors-android-key-es256", AttestationType.Basic },
        { "sctn-test-vectors-apple-es256", AttestationType.AnonymizationCa },
    };

    [Theory]
    [MemberData(nameof(Registrations))]
    public void Verifies_each_registration_and_trusts_what_the_root_vouches_for(string anchor, AttestationType type)
    {
        using var root = SoftwareAuthority.Load(Hex(File("w3c-webauthn-l3-vectors.json").GetProperty("attestationRoot").GetProperty("attestation_ca_cert")));
        var registration = Vector(anchor).GetProperty("registration");
        var hash = SHA256.HashData(Hex(registration.GetProperty("clientDataJSON")));

        var result = AttestationVerifier.Verify(Hex(registration.GetProperty("attestationObject")), hash, [root], CertificateForge.Now);

        Assert.Null(result.Error);
        Assert.Equal(type, result.Value!.Type);
        Assert.Equal(type switch { AttestationType.None => "attestation.trust.none", AttestationType.Self => "attestation.trust.self", _ => null }, result.Value.Distrust?.Code);
    }

    [Theory]
    [MemberData(nameof(Registrations))]
    public void Refuses_them_for_other_client_data_unless_nothing_is_signed(string anchor, AttestationType type)
    {
        var registration = Vector(anchor).GetProperty("registration");

        var result = AttestationVerifier.Verify(Hex(registration.GetProperty("attestationObject")), AttestationCase.ClientDataHash, [], CertificateForge.Now);

        Assert.Equal(type == AttestationType.None, result.Succeeded);
    }

    internal static IEnumerable<byte[]> AttestationObjects() => Vectors().Select(v => Hex(v.GetProperty("registration").GetProperty("attestationObject")));

    private static JsonElement Vector(string anchor) => Vectors().Single(v => v.GetProperty("anchor").GetString() == anchor);

    private static IEnumerable<JsonElement> Vectors() =>
        File("w3c-webauthn-l3-vectors.json").GetProperty("vectors").EnumerateArray()
            .Concat(File("w3c-webauthn-l3-formats.json").GetProperty("vectors").EnumerateArray());

    private static JsonElement File(string name)
    {
        using var stream = typeof(W3cVectorTests).Assembly.GetManifestResourceStream($"Attestation/{name}")!;
        return JsonSerializer.Deserialize<JsonElement>(stream);
    }

    private static byte[] Hex(JsonElement text) => Convert.FromHexString(text.GetString()!);
}
