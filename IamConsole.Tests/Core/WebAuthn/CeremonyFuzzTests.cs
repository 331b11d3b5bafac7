using System.Buffers.Text;
using System.Globalization;
using System.Text.Json.Nodes;
using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Core.Policies;

namespace IamConsole.Tests.Core.WebAuthn;

/// <summary>
/// Answers of browsers, changed at random: a refusal or what the untouched answer says, never an exception. KEY_FUZZ_ROUNDS sets
/// how many; the seed is always the same.
/// </summary>
public sealed class CeremonyFuzzTests
{
    private const string Options = """{"challenge":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""";

    private static readonly int Rounds =
        int.TryParse(Environment.GetEnvironmentVariable("KEY_FUZZ_ROUNDS"), CultureInfo.InvariantCulture, out var set) ? set : 2000;

    private static readonly CeremonyTerms Terms = new(
        new RelyingPartyIdentity("console.example", "IAM Console", o => o == "https://console.example"), new byte[32], RequiresUserVerification: false);

    private readonly Dice _dice = new(20261127);

    [Fact]
    public void Changed_text_of_answers_is_refused_or_means_the_same()
    {
        using var key = new CeremonyKey();
        using var keys = new KnownKeys(capacity: 4);
        var (registration, assertion) = (key.Create(Options), key.Get(Options));
        var stored = new StoredCredential(key.Id, key.CosePublicKey(), IsBackupEligible: false, new byte[] { 1 });
        for (var i = 0; i < Rounds; i++)
        {
            var created = RegistrationResponse.Read(Bend(registration));
            if (created.Succeeded && RegistrationCeremony.Verify(created.Value, Terms, OptionsJson.Algorithms).Value is { } credential)
                Assert.Equal(key.Id, credential.Id.ToArray());
            var answered = AssertionResponse.Read(Bend(assertion));
            if (answered.Succeeded) _ = new AssertionCeremony(keys).Verify(answered.Value, Terms, stored);
        }
    }

    [Theory]
    [InlineData("clientDataJSON")]
    [InlineData("authenticatorData")]
    [InlineData("signature")]
    public void No_changed_byte_of_what_was_signed_passes(string member)
    {
        using var key = new CeremonyKey();
        using var keys = new KnownKeys(capacity: 4);
        var stored = new StoredCredential(key.Id, key.CosePublicKey(), IsBackupEligible: false, new byte[] { 1 });
        var answer = JsonNode.Parse(key.Get(Options))!;
        var bytes = Base64Url.DecodeFromChars((string)answer["response"]![member]!);
        for (var i = 0; i < Rounds; i++)
        {
            answer["response"]![member] = Base64Url.EncodeToString(Bend(bytes));
            var read = AssertionResponse.Read(answer.ToJsonString());
            Assert.False(read.Succeeded && new AssertionCeremony(keys).Verify(read.Value, Terms, stored).Succeeded);
        }
    }

    [Fact]
    public void Changed_keys_and_authenticator_data_are_read_or_refused()
    {
        using var key = new CeremonyKey();
        var cose = key.CosePublicKey();
        byte[] data = [.. new byte[32], 0xc1, 0, 0, 0, 1, .. new byte[16], 0, 32, .. key.Id, .. cose, 0xa1, 0x61, 0x61, 0x01];
        for (var i = 0; i < Rounds; i++)
        {
            CoseKey.Read(Bend(cose)).Value?.Dispose();
            AuthenticatorData.Read(Bend(data)).Value?.Credential?.PublicKey.Dispose();
        }
    }

    private string Bend(string text)
    {
        var at = _dice.Next(text.Length);
        return _dice.Next(4) switch
        {
            0 => text[..at],
            1 => text.Remove(at, Math.Min(text.Length - at, 1 + _dice.Next(7))),
            2 => text.Insert(at, new string((char)(1 + _dice.Next(0xfffe)), 1 + _dice.Next(3))),
            _ => text[..at] + (char)(0x20 + _dice.Next(0x5f)) + text[(at + 1)..],
        };
    }

    // Always other bytes than before.
    private byte[] Bend(byte[] bytes)
    {
        var at = _dice.Next(bytes.Length);
        return _dice.Next(3) switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], (byte)_dice.Next(256), .. bytes[at..]],
            _ => [.. bytes[..at], (byte)(bytes[at] ^ (1 << _dice.Next(8))), .. bytes[(at + 1)..]],
        };
    }
}
