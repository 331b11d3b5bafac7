using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace IamConsole.Tests.Core.FidoMetadata;

/// <summary>A small BLOB, valid as it begins; a test bends one thing.</summary>
internal sealed class TestBlob : IDisposable
{
    public TestBlob(MetadataAuthority authority, AsymmetricAlgorithm? key = null, string algorithm = "ES256")
    {
        Key = key ?? ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Signer = authority.Issue(Key);
        Header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" };
        Payload = new JsonObject
        {
            ["legalHeader"] = "For tests",
            ["no"] = 7,
            ["nextUpdate"] = authority.Now.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["entries"] = new JsonArray(),
        };
    }

    public AsymmetricAlgorithm Key { get; }

    public X509Certificate2 Signer { get; set; }

    public JsonObject Header { get; }

    public JsonObject Payload { get; }

    public JsonArray Entries => Payload["entries"]!.AsArray();

    public TestBlob Number(long number)
    {
        Payload["no"] = number;
        return this;
    }

    public TestBlob With(params JsonObject[] entries)
    {
        foreach (var entry in entries) Entries.Add(entry.DeepClone());
        return this;
    }

    public byte[] Build(Action<byte[]>? bendSignature = null)
    {
        Header["x5c"] ??= new JsonArray(Convert.ToBase64String(Signer.RawData));
        var signed = Encode(Encoding.UTF8.GetBytes(Header.ToJsonString())) + "." + Encode(Encoding.UTF8.GetBytes(Payload.ToJsonString()));
        var signature = Sign(Encoding.ASCII.GetBytes(signed));
        bendSignature?.Invoke(signature);
        return Encoding.ASCII.GetBytes(signed + "." + Encode(signature));
    }

    public void Dispose()
    {
        Key.Dispose();
        Signer.Dispose();
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private byte[] Sign(byte[] data)
    {
        var algorithm = (string)Header["alg"]!;
        var hash = algorithm[^3..] switch { "384" => HashAlgorithmName.SHA384, "512" => HashAlgorithmName.SHA512, _ => HashAlgorithmName.SHA256 };
        return Key is ECDsa elliptic ? elliptic.SignData(data, hash)
            : ((RSA)Key).SignData(data, hash, algorithm.StartsWith("PS", StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
    }
}
