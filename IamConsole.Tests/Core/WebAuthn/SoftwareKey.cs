using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IamConsole.Tests.Core.WebAuthn;

/// <summary>A security key in software (WebAuthn Level 3, section 6), valid by default; each property bends one thing.</summary>
internal sealed class SoftwareKey : IDisposable
{
    private static readonly string[] Usb = ["usb"];

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string RpId { get; set; } = "console.example";

    public string Origin { get; set; } = "https://console.example";

    public bool CrossOrigin { get; set; }

    public string? TopOrigin { get; set; }

    public string? TokenBinding { get; set; }

    public string? UserHandle { get; set; }

    public byte[] Id { get; set; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>The id that the browser states, where it is another than the authenticator's.</summary>
    public byte[]? StatedId { get; set; }

    public Guid Aaguid { get; set; }

    public string? Type { get; set; }

    public string? Challenge { get; set; }

    public byte Flags { get; set; } = 0x01;

    public uint Counter { get; set; } = 1;

    public bool SpoilSignature { get; set; }

    public string Create(string optionsJson)
    {
        var client = ClientData("webauthn.create", optionsJson);
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(3);
        writer.WriteTextString("fmt");
        writer.WriteTextString("none");
        writer.WriteTextString("attStmt");
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteTextString("authData");
        writer.WriteByteString([.. AuthenticatorData(0x40), .. Aaguid.ToByteArray(bigEndian: true), (byte)(Id.Length >> 8), (byte)Id.Length, .. Id, .. CosePublicKey()]);
        writer.WriteEndMap();
        return Credential(new { clientDataJSON = Encode(client), attestationObject = Encode(writer.Encode()), transports = Usb });
    }

    public string Get(string optionsJson)
    {
        var client = ClientData("webauthn.get", optionsJson);
        var data = AuthenticatorData(0);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        if (SpoilSignature) signature[^1] ^= 1;
        return Credential(new { clientDataJSON = Encode(client), authenticatorData = Encode(data), signature = Encode(signature), userHandle = UserHandle });
    }

    public void Dispose() => _key.Dispose();

    private byte[] ClientData(string type, string optionsJson)
    {
        var data = new JsonObject
        {
            ["type"] = Type ?? type,
            ["challenge"] = Challenge ?? JsonDocument.Parse(optionsJson).RootElement.GetProperty("challenge").GetString(),
            ["origin"] = Origin,
            ["crossOrigin"] = CrossOrigin,
        };
        if (TopOrigin is not null) data["topOrigin"] = TopOrigin;
        if (TokenBinding is not null) data["tokenBinding"] = new JsonObject { ["status"] = TokenBinding };
        return Encoding.UTF8.GetBytes(data.ToJsonString());
    }

    private byte[] AuthenticatorData(byte extraFlags)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.ASCII.GetBytes(RpId)), (byte)(Flags | extraFlags), .. counter];
    }

    public byte[] CosePublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(5);
        foreach (var (label, value) in new[] { (1, 2), (3, -7), (-1, 1) })
        {
            writer.WriteInt32(label);
            writer.WriteInt32(value);
        }

        writer.WriteInt32(-2);
        writer.WriteByteString(point.X!);
        writer.WriteInt32(-3);
        writer.WriteByteString(point.Y!);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private string Credential(object response) => JsonSerializer.Serialize(new
    {
        id = Encode(StatedId ?? Id),
        rawId = Encode(StatedId ?? Id),
        type = "public-key",
        clientExtensionResults = new { },
        response,
    });

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
