using System.Buffers.Text;
using IamConsole.Core;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Tests.Core.WebAuthn;

/// <summary>T46 and T48: one thing altered at a time, each refused by its own name.</summary>
public sealed class CeremonyTests
{
    private const byte Present = 0x01, Verified = 0x04, Eligible = 0x08, BackedUp = 0x10;

    private static readonly Dictionary<string, (Action<CeremonyScenario> Bend, Error Refusal)> InBoth = new()
    {
        ["the type of the other ceremony"] = (s => s.Key.Type = "payment.get", WebAuthnErrors.WrongType),
        ["another challenge"] = (s => s.Key.Challenge = new string('A', 43), WebAuthnErrors.WrongChallenge),
        ["an empty challenge"] = (s => s.Key.Challenge = "", WebAuthnErrors.WrongChallenge),
        ["a challenge that is no base64url"] = (s => s.Key.Challenge = "a+/=", WebAuthnErrors.MalformedClientData),
        ["another site"] = (s => s.Key.Origin = "https://evil.example", WebAuthnErrors.WrongOrigin),
        ["a site below ours"] = (s => s.Key.Origin = "https://evil.console.example", WebAuthnErrors.WrongOrigin),
        ["another port"] = (s => s.Key.Origin = "https://console.example:444", WebAuthnErrors.WrongOrigin),
        ["no TLS"] = (s => s.Key.Origin = "http://console.example", WebAuthnErrors.WrongOrigin),
        ["inside another page"] = (s => s.Key.CrossOrigin = true, WebAuthnErrors.CrossOrigin),
        ["under another page"] = (s => s.Key.TopOrigin = "https://evil.example", WebAuthnErrors.CrossOrigin),
        ["token binding"] = (s => s.Key.TokenBinding = "present", WebAuthnErrors.TokenBinding),
        ["another RP ID"] = (s => s.Key.RpId = "evil.example", WebAuthnErrors.WrongRelyingParty),
        ["no touch"] = (s => s.Key.Flags = Verified, WebAuthnErrors.NoUserPresence),
        ["no user verification where required"] = (s => s.Terms = s.Terms with { RequiresUserVerification = true }, WebAuthnErrors.NoUserVerification),
        ["backed up but not eligible"] = (s => s.Key.Flags = Present | BackedUp, WebAuthnErrors.BackedUpButNotEligible),
    };

    private static readonly Dictionary<string, (Action<CeremonyScenario> Bend, Error Refusal)> AtRegistration = new()
    {
        ["the type of an authentication"] = (s => s.Key.Type = "webauthn.get", WebAuthnErrors.WrongType),
        ["an algorithm that was not offered"] = (s => s.Offered = [CoseAlgorithm.EdDsa], WebAuthnErrors.AlgorithmNotOffered),
        ["an id of 1,024 bytes"] = (s => s.Key.Id = new byte[1024], WebAuthnErrors.CredentialIdLength),
        ["no id"] = (s => s.Key.Id = [], WebAuthnErrors.CredentialIdLength),
        ["another id than the authenticator's"] = (s => s.Key.StatedId = [1, 2, 3], WebAuthnErrors.CredentialIdMismatch),
    };

    private static readonly Dictionary<string, (Action<CeremonyScenario> Bend, Error Refusal)> AtAuthentication = new()
    {
        ["the type of a registration"] = (s => s.Key.Type = "webauthn.create", WebAuthnErrors.WrongType),
        ["another credential"] = (s => s.Key.StatedId = [1, 2, 3], WebAuthnErrors.UnknownCredential),
        ["another user's handle"] = (s => s.Key.UserHandle = Base64Url.EncodeToString("user-2"u8), WebAuthnErrors.WrongUserHandle),
        ["a spoilt signature"] = (s => s.Key.SpoilSignature = true, WebAuthnErrors.WrongSignature),
        ["eligible for backup all at once"] = (s => s.Key.Flags = Present | Eligible, WebAuthnErrors.BackupEligibilityChanged),
        ["no longer eligible for backup"] = (s => s.WasBackupEligible = true, WebAuthnErrors.BackupEligibilityChanged),
    };

    public static TheoryData<string> RegistrationCases => [.. InBoth.Keys, .. AtRegistration.Keys];

    public static TheoryData<string> AuthenticationCases => [.. InBoth.Keys, .. AtAuthentication.Keys];

    [Theory]
    [InlineData(Present)]
    [InlineData(Present | Verified)]
    [InlineData(Present | Eligible)]
    [InlineData(Present | Verified | Eligible | BackedUp)]
    public void An_untouched_registration_holds_and_tells_what_the_authenticator_said(byte flags)
    {
        using var scenario = new CeremonyScenario();
        (scenario.Key.Flags, scenario.Key.Counter, scenario.Key.Aaguid) = (flags, 7, new Guid("01020304-0506-0708-0102-030405060708"));

        var credential = scenario.Register();

        Assert.Null(credential.Error);
        Assert.Equal(scenario.Key.Id, credential.Value!.Id.ToArray());
        Assert.Equal(scenario.Key.CosePublicKey(), credential.Value.PublicKey.ToArray());
        Assert.Equal((7u, scenario.Key.Aaguid), (credential.Value.SignCount, credential.Value.Aaguid));
        Assert.Equal(flags, (byte)(credential.Value.Flags & ~AuthenticatorFlags.AttestedCredential));
        Assert.Equal(["usb"], credential.Value.Transports);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("dXNlci0x")]
    public void An_untouched_authentication_holds_with_and_without_a_user_handle(string? handle)
    {
        using var scenario = new CeremonyScenario();
        (scenario.Key.UserHandle, scenario.Key.Counter, scenario.Key.Flags) = (handle, 8, Present | Verified);

        var assertion = scenario.Authenticate();

        Assert.Null(assertion.Error);
        Assert.Equal((8u, true), (assertion.Value!.SignCount, assertion.Value.Flags.HasFlag(AuthenticatorFlags.UserVerified)));
    }

    [Theory]
    [InlineData("supported")]
    [InlineData("not-supported")]
    public void Token_binding_that_is_not_used_does_not_matter(string status)
    {
        using var scenario = new CeremonyScenario();
        scenario.Key.TokenBinding = status;
        Assert.True(scenario.Authenticate().Succeeded);
    }

    [Fact]
    public void An_id_of_1023_bytes_is_registered()
    {
        using var scenario = new CeremonyScenario();
        scenario.Key.Id = new byte[1023];
        Assert.True(scenario.Register().Succeeded);
    }

    [Theory]
    [MemberData(nameof(RegistrationCases))]
    public void A_bent_registration_is_refused_by_name(string what)
    {
        using var scenario = new CeremonyScenario();
        var (bend, refusal) = InBoth.TryGetValue(what, out var common) ? common : AtRegistration[what];
        bend(scenario);
        Assert.Equal(refusal, scenario.Register().Error);
    }

    [Theory]
    [MemberData(nameof(AuthenticationCases))]
    public void A_bent_authentication_is_refused_by_name(string what)
    {
        using var scenario = new CeremonyScenario();
        var (bend, refusal) = InBoth.TryGetValue(what, out var common) ? common : AtAuthentication[what];
        bend(scenario);
        Assert.Equal(refusal, scenario.Authenticate().Error);
    }
}
