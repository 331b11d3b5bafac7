using System.Security.Cryptography;
using System.Text;
using IamConsole.Core.SeedFiles.Pskc;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>The cryptography that the framework lacks, with the vectors of its specifications.</summary>
public sealed class ToolTests
{
    // RFC 3874, section 3.
    [Theory]
    [InlineData("abc", "23097D223405D8228642A477BDA255B32AADBCE4BDA0B3F7E36C9DA7")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "75388B16512776CC5DBA5DA1FD890150B0C6455CB4F58B1952522525")]
    public void SHA_224(string text, string digest) => Assert.Equal(digest, Convert.ToHexString(Sha224.Hash(Encoding.ASCII.GetBytes(text))));

    // RFC 4231, test cases 1 and 6.
    [Fact]
    public void HMAC_SHA_224()
    {
        Assert.Equal(
            "896FB1128ABBDF196832107CD49DF33F47B4B1169912BA4F53684B22",
            Convert.ToHexString(Sha224.Hmac(Enumerable.Repeat((byte)0x0b, 20).ToArray(), "Hi There"u8.ToArray())));
        Assert.Equal(
            "95E9A0DB962095ADAEBE9B2D6F0DBCE2D499F112F2D2B7273FA6870E",
            Convert.ToHexString(Sha224.Hmac(Enumerable.Repeat((byte)0xaa, 131).ToArray(), "Test Using Larger Than Block-Size Key - Hash Key First"u8.ToArray())));
    }

    // RFC 3394, sections 4.1 and 4.6; RFC 5649, section 6.
    [Theory]
    [InlineData("000102030405060708090A0B0C0D0E0F", "1FA68B0A8112B447AEF34BD8FB5A7B829D3E862371D2CFE5", "00112233445566778899AABBCCDDEEFF")]
    [InlineData(
        "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F",
        "28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21",
        "00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F")]
    [InlineData(
        "5840DF6E29B02AF1AB493B705BF16EA1AE8338F4DCC176A8", "138BDEAA9B8FA7FC61F97742E72248EE5AE6AE5360D1AE6A5F54F373FA543B6A", "C37B7E6492584340BED12207808941155068F738")]
    [InlineData("5840DF6E29B02AF1AB493B705BF16EA1AE8338F4DCC176A8", "AFBEB0F07DFBF5419200F2CCB50BB24F", "466F7250617369")]
    public void AES_key_wrap(string key, string wrapped, string plain)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromHexString(key);
        var value = Convert.FromHexString(wrapped);
        Assert.Equal(plain, Convert.ToHexString(KeyWrap.Unwrap(aes, value)!));
        for (var i = 0; i < value.Length; i++)
        {
            var changed = value.ToArray();
            changed[i] ^= 0x10;
            Assert.Null(KeyWrap.Unwrap(aes, changed));
        }
    }
}
