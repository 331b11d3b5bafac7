using System.Security.Cryptography;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.Totp;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>Encrypted containers: RFC 6030, files of pskc-utils, and what is wrong with a file or its key.</summary>
public sealed class PskcEncryptionTests
{
    private static readonly byte[] Key = Convert.FromHexString("12345678901234567890123456789012");
    private static readonly byte[] MacKey = Convert.FromHexString("1122334455667788990011223344556677889900");
    private static readonly SeedFileOptions WithKey = new() { PreSharedKey = Key };

    [Fact]
    public async Task Figure_6_of_RFC_6030_with_a_time_based_algorithm_gives_its_seed()
    {
        var text = SeedReading.SampleText("rfc6030-figure6.xml").Replace(":hotp", ":totp", StringComparison.Ordinal);
        Assert.Equal(PskcText.Seed, (await SeedReading.OfAsync(text, WithKey)).Single.Secret.Bytes.ToArray());
    }

    [Fact]
    public async Task The_key_derivation_of_figure_7_of_RFC_6030_gives_its_seed()
    {
        // Salt, iterations, password "qwerty" and cipher values as printed there; the MAC is that of the printed MAC key.
        var text = PskcText.Container(
            PskcText.Pbkdf2("pkcs5", 1000, "16", "<PRF/>").Replace(Convert.ToBase64String(PskcText.Salt), "Ej7/PEpyEpw=", StringComparison.Ordinal)
            + PskcText.MacMethod(Convert.FromBase64String("2GTTnLwM3I4e5IO5FkufoOEiOhNj91fhKRQBtBJYluUDsPOLTfUvoU2dStyOwYZx"))
            + PskcText.Package(PskcText.Encrypted(
                Convert.FromBase64String("oTvo+S22nsmS2Z/RtcoF8Hfh+jzMe0RkiafpoDpnoZTjPYZu6V+A4aEn032yCr4f"),
                mac: Convert.FromBase64String("LP6xMvjtypbfT9PdkJhBZ+D6O4w="))));
        Assert.Equal(PskcText.Seed, (await SeedReading.OfAsync(text, new SeedFileOptions { Password = "qwerty" })).Single.Secret.Bytes.ToArray());
    }

    [Theory]
    [InlineData("plain", 0, null)]
    [InlineData("aes128-hmac-sha1", 16, null)]
    [InlineData("aes128-hmac-sha224", 16, null)]
    [InlineData("aes128-hmac-sha256", 16, null)]
    [InlineData("aes128-hmac-sha384", 16, null)]
    [InlineData("aes128-hmac-sha512", 16, null)]
    [InlineData("aes192", 24, null)]
    [InlineData("aes256-all-fields", 32, null)]
    [InlineData("kw-aes128", 16, null)]
    [InlineData("kw-aes256", 32, null)]
    [InlineData("password", 0, "correct horse")]
    [InlineData("password-sha256", 0, "größe")]
    public async Task Files_of_pskc_utils_are_read(string name, int keyLength, string? password)
    {
        var key = keyLength switch { 0 => null, 16 => Key, _ => Enumerable.Range(1, keyLength).Select(i => (byte)i).ToArray() };
        var file = await SeedReading.OfAsync(SeedReading.Sample($"pskc-utils-{name}.xml"), new SeedFileOptions { PreSharedKey = key, Password = password });
        Assert.Equal(("PU-0001", new DateOnly(2031, 12, 31)), (file.Records[0].Serial, file.Records[0].ExpiresOn));
        Assert.Equal(PskcText.Seed, file.Records[0].Secret.Bytes.ToArray());
        Assert.Equal((new TotpProfile(TotpAlgorithm.Sha256, 8, 60), 4), (file.Records[1].Profile, file.Records[1].DriftSteps));
        Assert.Equal(Enumerable.Range(0, 32).Select(i => (byte)i), file.Records[1].Secret.Bytes.ToArray());
        Assert.Equal(("PU-0003", SeedRowFaultCode.UnsupportedAlgorithm), (Assert.Single(file.Refused).Serial, file.Refused[0].Fault!.Code));
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("password")]
    public async Task Files_of_csv2pskc_are_read(string kind)
    {
        var options = kind == "secret" ? WithKey : new SeedFileOptions { Password = "correct horse" };
        var file = await SeedReading.OfAsync(SeedReading.Sample($"pskc-utils-csv2pskc-{kind}.xml"), options);
        Assert.Equal([(6, 30), (8, 60)], file.Records.Select(r => (r.Profile.Digits, r.Profile.PeriodSeconds)));
        Assert.Equal("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", file.Records[1].Secret.ToBase32());
    }

    [Fact]
    public async Task A_missing_key_or_password_is_asked_for_and_a_wrong_one_refused()
    {
        var (psk, password) = (SeedReading.Sample("pskc-utils-aes192.xml"), SeedReading.Sample("pskc-utils-password.xml"));
        await SeedReading.RefusedAsync(psk, SeedFileFault.KeyRequired);
        await SeedReading.RefusedAsync(psk, SeedFileFault.KeyRequired, new SeedFileOptions { Password = "x" });
        await SeedReading.RefusedAsync(psk, SeedFileFault.WrongKey, WithKey);
        await SeedReading.RefusedAsync(password, SeedFileFault.PasswordRequired, WithKey);
        await SeedReading.RefusedAsync(psk, SeedFileFault.WrongKey, new SeedFileOptions { PreSharedKey = new byte[24] });
        await SeedReading.RefusedAsync(password, SeedFileFault.WrongKey, new SeedFileOptions { Password = "wrong horse" });
    }

    [Fact]
    public async Task A_wrong_MAC_is_refused_before_anything_is_decrypted()
    {
        var cipher = PskcText.Cbc(Key, PskcText.Seed);
        var mac = HMACSHA256.HashData(MacKey, cipher);
        cipher[20] ^= 1;
        var header = PskcText.PreShared + PskcText.MacMethod(PskcText.Cbc(Key, MacKey), PskcText.HmacSha256);
        Assert.Equal(SeedRowFaultCode.WrongMac, (await SeedReading.OfAsync(PskcText.Container(header + PskcText.Package(PskcText.Encrypted(cipher, mac: mac))), WithKey)).Fault.Code);
        Assert.Equal(SeedRowFaultCode.MissingMac, (await SeedReading.OfAsync(PskcText.Container(header + PskcText.Package(PskcText.Encrypted(cipher))), WithKey)).Fault.Code);
        // A MAC over the plain text is the drafts', not RFC 6030's.
        var overPlain = PskcText.Package(PskcText.Encrypted(PskcText.Cbc(Key, PskcText.Seed), mac: HMACSHA256.HashData(MacKey, PskcText.Seed)));
        Assert.Equal(SeedRowFaultCode.WrongMac, (await SeedReading.OfAsync(PskcText.Container(header + overPlain), WithKey)).Fault.Code);
        Assert.Equal("P-1", (await SeedReading.OfAsync(PskcText.Container(header + overPlain.Replace("KeyPackage", "Device", StringComparison.Ordinal), "urn:ietf:params:xml:ns:keyprov:container:1.0"), WithKey)).Single.Serial);
    }

    [Fact]
    public async Task Without_a_MAC_method_a_seed_is_read_unless_a_MAC_is_demanded()
    {
        var text = PskcText.Container(PskcText.PreShared + PskcText.Package(PskcText.Encrypted(PskcText.Cbc(Key, PskcText.Seed, filler: 0xEE))));
        Assert.Equal(PskcText.Seed, (await SeedReading.OfAsync(text, WithKey)).Single.Secret.Bytes.ToArray());
        Assert.Equal(SeedRowFaultCode.MissingMac, (await SeedReading.OfAsync(text, new SeedFileOptions { PreSharedKey = Key, RequireMac = true })).Fault.Code);
    }

    [Theory]
    [InlineData("http://www.w3.org/2001/04/xmlenc#tripledes-cbc", SeedRowFaultCode.UnsupportedEncryption)]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#camellia128-cbc", SeedRowFaultCode.UnsupportedEncryption)]
    [InlineData(PskcText.Aes128, SeedRowFaultCode.CannotDecrypt)]
    [InlineData("http://www.w3.org/2001/04/xmlenc#kw-aes128", SeedRowFaultCode.CannotDecrypt)]
    [InlineData("http://www.w3.org/2009/xmlenc11#aes128-gcm", SeedRowFaultCode.CannotDecrypt)]
    public async Task Other_ciphers_and_values_that_do_not_decrypt_are_refused(string method, SeedRowFaultCode code)
    {
        foreach (var length in new[] { 0, 1, 15, 16, 17, 24, 33, 40 })
        {
            var file = await SeedReading.OfAsync(PskcText.Container(PskcText.Package(PskcText.Encrypted(new byte[length], method))), WithKey);
            Assert.True(file.Fault.Code == code || length == 0 && file.Fault.Code == SeedRowFaultCode.BadRow, $"{length}: {file.Fault}");
        }
    }

    [Fact]
    public async Task GCM_and_a_draft_with_one_vector_for_the_file_are_read()
    {
        using var gcm = new AesGcm(Key, 16);
        var (nonce, cipher, tag) = (new byte[12], new byte[20], new byte[16]);
        gcm.Encrypt(nonce, PskcText.Seed, cipher, tag);
        Assert.Equal(PskcText.Seed, (await SeedReading.OfAsync(
            PskcText.Container(PskcText.Package(PskcText.Encrypted([.. nonce, .. cipher, .. tag], "http://www.w3.org/2009/xmlenc11#aes128-gcm"))), WithKey)).Single.Secret.Bytes.ToArray());

        // As a file of ActivIdentity has it: the vector in the header, the MAC over the plain text and with the encryption's key.
        var value = PskcText.Cbc(Key, PskcText.Seed, iv: new byte[16])[16..];
        var draft = $"<EncryptionMethod Algorithm=\"{PskcText.Aes128}\"><IV>{Convert.ToBase64String(new byte[16])}</IV></EncryptionMethod><DigestMethod Algorithm=\"{PskcText.HmacSha256}\"/>"
            + "<Device><DeviceId><SerialNo>0950380269</SerialNo></DeviceId><Key KeyAlgorithm=\"http://www.ietf.org/keyprov/pskc#totp\" KeyId=\"0950380269\"><Usage OTP=\"true\"><ResponseFormat Format=\"DECIMAL\" Length=\"8\"/></Usage>"
            + $"<Data Name=\"SECRET\"><Value>{Convert.ToBase64String(value)}</Value><ValueDigest>{{0}}</ValueDigest></Data></Key></Device>";
        string With(byte[] mac) => PskcText.Container(draft.Replace("{0}", Convert.ToBase64String(mac), StringComparison.Ordinal), "urn:ietf:params:xml:ns:keyprov:container:1.0");
        Assert.Equal(PskcText.Seed, (await SeedReading.OfAsync(With(HMACSHA256.HashData(Key, PskcText.Seed)), WithKey)).Single.Secret.Bytes.ToArray());
        Assert.Equal(SeedRowFaultCode.WrongMac, (await SeedReading.OfAsync(With(new byte[32]), WithKey)).Fault.Code);
    }

    [Theory]
    [InlineData("pkcs5", "", "<PRF/>", "16")]
    [InlineData("xenc11", "xenc11:", "", "16")]
    [InlineData("xenc11", "", "<PRF Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#hmac-sha512\"/>", "16")]
    [InlineData("pkcs5", "pkcs5:", "<pkcs5:PRF Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#hmac-sha256\"/>", null)]
    public async Task Both_spellings_of_the_key_derivation_are_read(string prefix, string parts, string prf, string? keyLength)
    {
        var hash = prf.Contains("512", StringComparison.Ordinal) ? HashAlgorithmName.SHA512 : prf.Contains("256", StringComparison.Ordinal) ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1;
        var key = Rfc2898DeriveBytes.Pbkdf2("pass"u8, PskcText.Salt, 10, hash, 16);
        var text = PskcText.Container(PskcText.Pbkdf2(prefix, 10, keyLength, prf, parts) + PskcText.Package(PskcText.Encrypted(PskcText.Cbc(key, PskcText.Seed))));
        Assert.Equal(PskcText.Seed, (await SeedReading.OfAsync(text, new SeedFileOptions { Password = "pass" })).Single.Secret.Bytes.ToArray());
    }

    [Fact]
    public async Task Iteration_bombs_and_other_key_derivations_are_refused()
    {
        var password = new SeedFileOptions { Password = "pass" };
        Task<SeedFileException> Refused(string header, SeedFileFault fault) => SeedReading.RefusedAsync(PskcText.Container(header + PskcText.Package()), fault, password);
        var good = PskcText.Pbkdf2("pkcs5", 10, "16", "");
        await Refused(PskcText.Pbkdf2("pkcs5", 10_000_001, "16", ""), SeedFileFault.Unsupported);
        await Refused(good.Replace(">10<", ">99999999999999999999<", StringComparison.Ordinal), SeedFileFault.Unsupported);
        await Refused(good.Replace(">10<", ">-1<", StringComparison.Ordinal), SeedFileFault.Malformed);
        await Refused(good.Replace(">16<", ">1000000<", StringComparison.Ordinal), SeedFileFault.Unsupported);
        await Refused(good.Replace("#pbkdf2", "#ConcatKDF", StringComparison.Ordinal), SeedFileFault.Unsupported);
        await Refused(good.Replace("Specified", "Other", StringComparison.Ordinal), SeedFileFault.Malformed);
        await Refused(good + good, SeedFileFault.Unsupported);
        await Refused(PskcText.Pbkdf2("pkcs5", 10, "16", "<PRF Algorithm=\"urn:md5\"/>"), SeedFileFault.Unsupported);
        await Refused("<EncryptionKey><ds:X509Data/></EncryptionKey>", SeedFileFault.Unsupported);
        await Refused(good + $"<MACMethod Algorithm=\"urn:hmac-md5\"/>", SeedFileFault.Unsupported);
    }
}
