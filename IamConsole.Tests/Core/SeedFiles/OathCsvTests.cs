using System.Text.Json;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.Totp;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>CSV without a header, and the third parties' own samples of all CSV layouts.</summary>
public sealed class OathCsvTests
{
    private const string Hex = "3132333435363738393031323334353637383930";

    [Fact]
    public async Task Serial_hex_seed_type_digits_and_period_are_read()
    {
        var file = await SeedReading.OfAsync($"# tokens\n\n  tok4 , {Hex}, totp, 8, 60\ntok5,{Hex},TOTP\n");
        Assert.Equal(SeedFileForm.OathCsv, file.Form);
        Assert.Equal([3, 4], file.Rows.Select(r => r.Row));
        Assert.Equal([new(TotpAlgorithm.Sha1, 8, 60), new(TotpAlgorithm.Sha1, 6, 30)], file.Records.Select(r => r.Profile));
        Assert.Equal("12345678901234567890"u8.ToArray(), file.Records[0].Secret.Bytes.ToArray());
    }

    [Theory]
    [InlineData("tok1, {0}, hotp, 6, 345", SeedRowFaultCode.UnsupportedAlgorithm, "HOTP")]
    [InlineData("tok1, {0}, ocra, OCRA-1:HOTP-SHA1-6:QN08", SeedRowFaultCode.UnsupportedAlgorithm, "OCRA")]
    [InlineData("tok1, {0}", SeedRowFaultCode.UnsupportedAlgorithm, "HOTP")]
    [InlineData("tok1, 12345678901234567890, totp", SeedRowFaultCode.SeedTooShort, "128 bits")]
    [InlineData("tok1, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, totp", SeedRowFaultCode.BadSeed, "Base32")]
    [InlineData("tok1, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", SeedRowFaultCode.BadSeed, "Base32")]
    [InlineData("tok1, {0}1, totp", SeedRowFaultCode.BadSeed, "hexadecimal")]
    [InlineData("tok1, {0}, totp, 7", SeedRowFaultCode.UnsupportedDigits, "digits")]
    [InlineData("tok1, {0}, totp, 6, 90", SeedRowFaultCode.UnsupportedPeriod, "interval")]
    [InlineData("tok1, {0}, totp, 6, 30, MD5", SeedRowFaultCode.UnsupportedAlgorithm, "SHA1")]
    [InlineData("tok1, {0}, totp, 6, 30, SHA1, x", SeedRowFaultCode.BadRow, "7 fields")]
    [InlineData("tok1, , totp", SeedRowFaultCode.BadSeed, "missing")]
    [InlineData("serialX", SeedRowFaultCode.BadSeed, "missing")]
    public async Task A_bad_row_is_refused_with_its_reason(string row, SeedRowFaultCode code, string says)
    {
        var file = await SeedReading.OfAsync($"tok0,{Hex},totp\n" + row.Replace("{0}", Hex, StringComparison.Ordinal) + "\n");
        var refused = Assert.Single(file.Refused);
        Assert.Equal(code, refused.Fault!.Code);
        Assert.Contains(says, refused.Fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Hex, refused.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seed_as_long_as_a_longer_hash_needs_the_algorithm_beside_it()
    {
        var file = await SeedReading.OfAsync($"tok1,{Hex}313233343536373839303132,totp\ntok2,{Hex}313233343536373839303132,totp,6,30,SHA256\n");
        Assert.Equal(SeedRowFaultCode.AmbiguousAlgorithm, Assert.Single(file.Refused).Fault!.Code);
        Assert.Equal(TotpAlgorithm.Sha256, Assert.Single(file.Records).Profile.Algorithm);
    }

    [Fact]
    public async Task The_samples_of_other_products_mean_what_their_documents_say()
    {
        using var formats = JsonDocument.Parse(SeedReading.Sample("csv-formats.json"));
        var samples = formats.RootElement.GetProperty("formats").EnumerateArray().ToDictionary(f => f.GetProperty("name").GetString()!);

        var entra = samples["Entra ID OATH tokens CSV"];
        var token = (await SeedReading.OfAsync(entra.GetProperty("sample").GetString()!)).Single;
        Assert.Equal(("1234567", new TotpProfile(TotpAlgorithm.Sha1, 6, 60)), (token.Serial, token.Profile));
        Assert.Equal(SeedRowFaultCode.BadSeed, (await SeedReading.OfAsync(entra.GetProperty("badSample").GetString()!)).Fault.Code);

        var deepnet = await SeedReading.OfAsync(samples["Deepnet SafeID CSV (Entra layout without upn)"].GetProperty("sample").GetString()!);
        Assert.Equal([60, 60], deepnet.Records.Select(r => r.Profile.PeriodSeconds));

        // Its secrets have two bytes, and its tok1 and tok3 to tok6 are HOTP: all refused, each with its reason.
        var oath = await SeedReading.OfAsync(samples["OATH CSV (privacyIDEA)"].GetProperty("sample").GetString()!);
        Assert.Equal(SeedFileForm.OathCsv, oath.Form);
        Assert.Equal(["tok1", "tok2", "tok3", "tok4", "tok5", "serialX", "tok6"], oath.Refused.Select(r => r.Serial));
        Assert.Equal(
            [SeedRowFaultCode.SeedTooShort, SeedRowFaultCode.SeedTooShort],
            oath.Refused.Where(r => r.Serial is "tok2" or "tok4").Select(r => r.Fault!.Code));
    }
}
