using System.Security.Cryptography;
using IamConsole.Core;
using IamConsole.Core.FidoMetadata;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.FidoMetadata;

/// <summary>Revocation lists beside a BLOB.</summary>
public sealed class RevocationTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly MetadataAuthority _authority = new(Now);
    private readonly TestBlob _blob;

    public RevocationTests() => _blob = new TestBlob(_authority).With(TestEntries.Fido2(1, "Key A"));

    [Fact]
    public void A_list_that_does_not_name_the_signer_makes_the_check_complete() =>
        Assert.Equal(RevocationCheck.Complete, Read(_authority.Crl(-1, 7, null)).Ok().Revocation);

    [Fact]
    public void A_revoked_signer_is_refused_also_by_a_list_of_yesterday()
    {
        Assert.Equal(MetadataErrors.CertificateRevoked, Read(_authority.Crl(-1, 7, null, _blob.Signer)).Error);
        Assert.Equal(MetadataErrors.CertificateRevoked, Read(_authority.Crl(-9, -1, null, _blob.Signer)).Error);
    }

    [Fact]
    public void A_list_out_of_date_or_of_tomorrow_proves_nothing()
    {
        Assert.Equal(MetadataErrors.CrlStale, Read(_authority.Crl(-9, -1, null)).Error);
        Assert.Equal(MetadataErrors.CrlStale, Read(_authority.Crl(1, 7, null)).Error);
    }

    [Fact]
    public void A_list_under_the_issuers_name_that_another_key_signed_is_refused()
    {
        using var forger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(MetadataErrors.CrlSignature, Read(_authority.Crl(-1, 7, forger)).Error);
    }

    [Fact]
    public void What_is_no_list_is_refused_and_one_of_a_stranger_covers_nothing()
    {
        using var stranger = new MetadataAuthority(Now);
        var list = _authority.Crl(-1, 7, null);
        Assert.Equal(MetadataErrors.CrlUnreadable, Read([0x30, 0x03, 1, 2, 3]).Error);
        Assert.Equal(MetadataErrors.CrlUnreadable, Read(list[..^1]).Error);
        Assert.Equal(MetadataErrors.CrlUnreadable, MetadataTrust.ReadCrl("nothing"u8.ToArray()).Error);
        Assert.Equal(list, MetadataTrust.ReadCrl(System.Text.Encoding.ASCII.GetBytes(PemEncoding.WriteString("X509 CRL", list))).Ok());
        Assert.Equal(list, MetadataTrust.ReadCrl(list).Ok());
    }

    [Fact]
    public void Whatever_is_changed_in_a_list_it_is_refused()
    {
        var list = _authority.Crl(-1, 7, null, _blob.Signer);
        for (var i = 0; i < list.Length; i++)
        {
            byte[] changed = [.. list];
            changed[i] ^= 0x10;
            Assert.NotNull(Read(changed).Error ?? (Read(changed).Value!.Revocation is RevocationCheck.Partial ? MetadataErrors.CrlSignature : null));
        }
    }

    public void Dispose()
    {
        _blob.Dispose();
        _authority.Dispose();
    }

    private Result<MetadataBlob> Read(byte[] list) => BlobReader.Read(_blob.Build(), _authority.Trust with { Crls = [list] }, Now);
}
