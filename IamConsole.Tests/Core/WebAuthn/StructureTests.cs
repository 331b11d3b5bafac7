using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using IamConsole.Core;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Tests.Core.WebAuthn;

/// <summary>What browsers and authenticators send, malformed in every way that has a name.</summary>
public sealed class StructureTests
{
    [Theory]
    [InlineData("a0", 1)]
    [InlineData("a10102", 3)]
    [InlineData("8301820203430405ff", 9)]
    [InlineData("f6", 1)]
    [InlineData("fb3ff0000000000000", 9)]
    public void Measures_one_item(string hex, int length) => Assert.Equal(length, CborShape.Measure(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("")] // nothing
    [InlineData("a1")] // a member is missing
    [InlineData("58ff00")] // a length beyond the end
    [InlineData("5bffffffffffffffff")] // a length of 2^64 - 1
    [InlineData("9bffffffffffffffff")] // an array of 2^64 - 1 items
    [InlineData("bb7fffffffffffffff")] // a map of 2^63 - 1 members
    [InlineData("5817")] // a length that needs no byte of its own
    [InlineData("190017")] // an integer that is not in shortest form
    [InlineData("5f4101ff")] // indefinite length
    [InlineData("9fff")]
    [InlineData("bfff")]
    [InlineData("c100")] // a tag
    [InlineData("f800")] // a simple value in two bytes
    [InlineData("fc")] // reserved
    [InlineData("fd")]
    [InlineData("fe")]
    [InlineData("ff")]
    [InlineData("1c")]
    [InlineData("81818181818181818100")] // too many levels
    public void What_is_not_well_formed_has_no_length(string hex) => Assert.Null(CborShape.Measure(Convert.FromHexString(hex)));

    [Fact]
    public void Authenticator_data_cut_anywhere_or_longer_than_they_say_are_refused()
    {
        using var key = new SoftwareKey();
        byte[] data = [.. SHA256.HashData("console.example"u8), 0x41, 0, 0, 0, 1, .. new byte[16], 0, 32, .. key.Id, .. key.CosePublicKey()];
        Assert.True(AuthenticatorData.Read(data).Succeeded);
        for (var length = 0; length < data.Length; length++)
            Assert.Contains(AuthenticatorData.Read(data.AsMemory(0, length)).Error, new[] { WebAuthnErrors.TruncatedAuthenticatorData, WebAuthnErrors.MalformedCbor });
        Assert.Equal(WebAuthnErrors.TrailingBytes, AuthenticatorData.Read((byte[])[.. data, 0]).Error);
        data[32] |= 0x80;
        Assert.Equal(WebAuthnErrors.TruncatedAuthenticatorData, AuthenticatorData.Read(data).Error);
        Assert.Equal(WebAuthnErrors.MalformedCbor, AuthenticatorData.Read((byte[])[.. data, 0x01]).Error);
        Assert.True(AuthenticatorData.Read((byte[])[.. data, 0xa0]).Succeeded);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"type\":\"a\",\"challenge\":\"AA\",\"origin\":null}")]
    [InlineData("{\"type\":1,\"challenge\":\"AA\",\"origin\":\"o\"}")]
    [InlineData("{\"type\":\"a\",\"type\":\"b\",\"challenge\":\"AA\",\"origin\":\"o\"}")]
    [InlineData("{\"type\":\"a\",\"challenge\":\"AA\",\"origin\":\"o\",\"crossOrigin\":\"no\"}")]
    [InlineData("{\"type\":\"a\",\"challenge\":\"AA\",\"origin\":\"o\",\"tokenBinding\":\"present\"}")]
    [InlineData("{\"type\":\"a\",\"challenge\":\"AA\",\"origin\":\"o\",\"tokenBinding\":{}}")]
    [InlineData("{\"type\":\"a\",\"challenge\":\"AA\",\"origin\":\"\\ud800\"}")]
    [InlineData("{\"type\":\"a\",\"challenge\":\"AA\",\"origin\":\"o\"}x")]
    public void Client_data_that_are_none_are_refused(string json) =>
        Assert.Equal(WebAuthnErrors.MalformedClientData, CollectedClientData.Read(Encoding.UTF8.GetBytes(json)).Error);

    [Fact]
    public void Client_data_may_begin_with_a_byte_order_mark_and_hold_more_than_we_know()
    {
        byte[] json = [.. Encoding.UTF8.Preamble, .. """{"type":"a","challenge":"AAA","origin":"o","new":{"x":[1]}}"""u8];
        Assert.Equal("o", CollectedClientData.Read(json).Value!.Origin);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"AQ\",\"rawId\":\"AQ\",\"type\":\"public-key\"}")]
    [InlineData("{\"id\":\"AQ\",\"rawId\":\"AQ\",\"type\":\"other\",\"response\":{\"clientDataJSON\":\"\",\"attestationObject\":\"\"}}")]
    [InlineData("{\"id\":\"A+\",\"rawId\":\"A+\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"\",\"attestationObject\":\"\"}}")]
    [InlineData("{\"id\":\"AQ\",\"rawId\":\"AQ\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":1,\"attestationObject\":\"\"}}")]
    [InlineData("{\"id\":\"AQ\",\"rawId\":\"AQ\",\"type\":\"public-key\",\"response\":7}")]
    [InlineData("{\"id\":\"AQ\",\"rawId\":\"AQ\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"\\ud800\",\"attestationObject\":\"\"}}")]
    public void Answers_that_are_none_are_refused(string? json)
    {
        Assert.Equal(WebAuthnErrors.MalformedResponse, RegistrationResponse.Read(json).Error);
        Assert.Equal(WebAuthnErrors.MalformedResponse, AssertionResponse.Read(json?.Replace("attestationObject", "signature", StringComparison.Ordinal)).Error);
    }

    [Fact]
    public void Answers_without_end_are_refused_unread()
    {
        Assert.Equal(WebAuthnErrors.TooLong, RegistrationResponse.Read(new string(' ', 200_000)).Error);
        Assert.Equal(WebAuthnErrors.TooLong, AttestationObject.Read(new byte[100_000]).Error);
        Assert.Equal(WebAuthnErrors.TooLong, CollectedClientData.Read(new byte[100_000]).Error);
    }

    [Fact]
    public void An_attestation_object_has_its_three_members_once_each_in_any_order()
    {
        using var key = new SoftwareKey();
        byte[] data = [.. new byte[32], 0x41, 0, 0, 0, 1, .. new byte[16], 0, 32, .. key.Id, .. key.CosePublicKey()];
        Assert.True(Read("fmt", "attStmt", "authData").Succeeded);
        Assert.True(Read("authData", "fmt", "attStmt").Succeeded);
        Assert.Equal(WebAuthnErrors.MalformedAttestationObject, Read("fmt", "attStmt").Error);
        Assert.Equal(WebAuthnErrors.MalformedAttestationObject, Read("fmt", "fmt", "attStmt").Error);
        Assert.Equal(WebAuthnErrors.MalformedAttestationObject, Read("fmt", "attStmt", "authData", "more").Error);
        Assert.Equal(WebAuthnErrors.MalformedAttestationObject, Read("fmt", "attStmt", "more").Error);
        data[32] = 1;
        Assert.Equal(WebAuthnErrors.NoCredential, Read("fmt", "attStmt", "authData", cut: true).Error);

        Result<AttestationObject> Read(string first, string second, string? third = null, string? fourth = null, bool cut = false)
        {
            var writer = new CborWriter(CborConformanceMode.Lax);
            var members = new[] { first, second, third, fourth }.OfType<string>().ToList();
            writer.WriteStartMap(members.Count);
            foreach (var member in members)
            {
                writer.WriteTextString(member);
                if (member == "authData") writer.WriteByteString(cut ? data.AsSpan(0, 37) : data);
                else if (member == "attStmt") writer.WriteEncodedValue((byte[])[0xa0]);
                else writer.WriteTextString("none");
            }

            writer.WriteEndMap();
            return AttestationObject.Read(writer.Encode());
        }
    }
}
