using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using IamConsole.Core;
using IamConsole.Core.FidoMetadata;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.FidoMetadata;

/// <summary>Form, header, signature and signer of a BLOB; each test bends one thing.</summary>
public sealed class BlobReaderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly MetadataAuthority _authority = new(Now);

    [Fact]
    public void A_signed_blob_is_read_also_with_a_line_break_behind_it()
    {
        using var blob = New();
        var read = Read([.. blob.Build(), .. "\r\n"u8]).Ok();

        Assert.Equal((7L, new DateOnly(2026, 3, 22), RevocationCheck.None), (read.Number, read.NextUpdate, read.Revocation));
        Assert.Equal("CN=" + MetadataAuthority.SignerName, read.Signer);
        Assert.Equal("Key A", Assert.Single(read.Entries).Name);
    }

    [Theory]
    [InlineData("ES256")]
    [InlineData("ES384")]
    [InlineData("ES512")]
    [InlineData("RS256")]
    [InlineData("PS256")]
    [InlineData("PS512")]
    public void Every_algorithm_is_verified_and_one_changed_bit_refuses(string algorithm)
    {
        using var blob = New(KeyFor(algorithm), algorithm);

        Read(blob.Build()).Ok();
        Assert.Equal(MetadataErrors.Signature, Read(blob.Build(s => s[5] ^= 1)).Error);
        var changed = blob.Build();
        var at = Array.IndexOf(changed, (byte)'.') + 40;
        changed[at] = changed[at] == 'A' ? (byte)'B' : (byte)'A';
        Assert.Equal(MetadataErrors.Signature, Read(changed).Error);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("ES256K")]
    public void Other_algorithms_are_refused_by_name(string algorithm)
    {
        using var blob = New();
        blob.Header["alg"] = algorithm;
        Assert.Equal(MetadataErrors.Algorithm, Read(blob.Build()).Error);
    }

    [Fact]
    public void A_key_that_does_not_fit_the_algorithm_is_refused()
    {
        using var blob = New();
        blob.Header["alg"] = "ES384";
        Assert.Equal(MetadataErrors.Signature, Read(blob.Build()).Error);
        blob.Header["alg"] = "RS256";
        Assert.Equal(MetadataErrors.Signature, Read(blob.Build()).Error);
    }

    [Fact]
    public void Certificates_at_an_address_and_unknown_demands_are_refused_by_name()
    {
        using var remote = New();
        remote.Header["x5u"] = "https://metadata.example/chain.pem";
        Assert.Equal(MetadataErrors.RemoteCertificates, Read(remote.Build()).Error);
        using var critical = New();
        critical.Header["crit"] = new JsonArray("exp");
        Assert.Equal(MetadataErrors.Critical, Read(critical.Build()).Error);
        using var none = New();
        none.Header["x5c"] = new JsonArray();
        Assert.Equal(MetadataErrors.NoCertificates, Read(none.Build()).Error);
        using var broken = New();
        broken.Header["x5c"] = new JsonArray("MIIB");
        Assert.Equal(MetadataErrors.NoCertificates, Read(broken.Build()).Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("..")]
    [InlineData("e30.e30.e30=")]
    [InlineData("{\"no\":7}")]
    public void What_is_no_signed_text_is_refused(string text) => Assert.NotNull(Read(Encoding.UTF8.GetBytes(text)).Error);

    [Fact]
    public void Another_root_another_name_and_another_time_are_refused_each_by_name()
    {
        using var blob = New();
        var file = blob.Build();
        using var other = new MetadataAuthority(Now);

        Assert.Equal(MetadataErrors.NotTrusted, BlobReader.Read(file, other.Trust, Now).Error);
        Assert.Equal(MetadataErrors.SignerName, BlobReader.Read(file, _authority.Trust with { Signer = MetadataTrust.PublicSigner }, Now).Error);
        Assert.Equal(MetadataErrors.CertificateExpired, BlobReader.Read(file, _authority.Trust, Now.AddDays(1001)).Error);
        Assert.Equal(MetadataErrors.CertificateExpired, BlobReader.Read(file, _authority.Trust, Now.AddDays(-101)).Error);
        BlobReader.Read(file, _authority.Trust with { Signer = null }, Now).Ok();
    }

    [Fact]
    public void A_signer_that_is_an_authority_or_not_for_signatures_is_refused()
    {
        using var blob = New();
        blob.Signer = _authority.Issue(blob.Key, isAuthority: true);
        Assert.Equal(MetadataErrors.SignerUsage, Read(blob.Build()).Error);
        using var encipher = New();
        encipher.Signer = _authority.Issue(encipher.Key, usage: X509KeyUsageFlags.KeyEncipherment);
        Assert.Equal(MetadataErrors.SignerUsage, Read(encipher.Build()).Error);
    }

    [Fact]
    public void A_signer_whose_extensions_cannot_be_decoded_is_refused()
    {
        using var blob = New();
        foreach (var oid in new[] { "2.5.29.19", "2.5.29.15" })
        {
            var request = new CertificateRequest("CN=" + MetadataAuthority.SignerName, (ECDsa)blob.Key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509Extension(oid, [0x05, 0x00], critical: true));
            using var signer = request.Create(
                request.SubjectName, X509SignatureGenerator.CreateForECDsa((ECDsa)blob.Key), Now.AddDays(-1), Now.AddDays(1), [1]);
            blob.Header["x5c"] = new JsonArray(Convert.ToBase64String(signer.RawData));
            Assert.Equal(MetadataErrors.SignerUsage, Read(blob.Build()).Error);
        }
    }

    [Fact]
    public void The_public_roots_are_two_and_the_public_signer_is_named()
    {
        Assert.Equal(
            ["CBB522D7B7F127AD6A0113865BDF1CD4102E7D0759AF635A7CF4720DC963C53B", "4FA3126D8D3A11D1C4855A4F807CBAD6CF919D3A5A88B03BEA2C6372D93C40C9"],
            MetadataTrust.Public.Roots.Select(r => r.GetCertHashString(HashAlgorithmName.SHA256)));
        Assert.Equal("mds.fidoalliance.org", MetadataTrust.Public.Signer);
        Assert.Equal(MetadataErrors.RootUnreadable, MetadataTrust.ReadRoots("no certificate").Error);
    }

    public void Dispose() => _authority.Dispose();

    private TestBlob New(AsymmetricAlgorithm? key = null, string algorithm = "ES256") =>
        new TestBlob(_authority, key, algorithm).With(TestEntries.Fido2(1, "Key A"));

    private Result<MetadataBlob> Read(byte[] file) => BlobReader.Read(file, _authority.Trust, Now);

    private static AsymmetricAlgorithm KeyFor(string algorithm) => algorithm switch
    {
        "ES256" => ECDsa.Create(ECCurve.NamedCurves.nistP256),
        "ES384" => ECDsa.Create(ECCurve.NamedCurves.nistP384),
        "ES512" => ECDsa.Create(ECCurve.NamedCurves.nistP521),
        _ => RSA.Create(2048),
    };
}
