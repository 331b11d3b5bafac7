using IamConsole.Core.SeedFiles;
using IamConsole.Core.Totp;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>The eToken PASS .dat, as LinOTP's importer reads it.</summary>
public sealed class ETokenDatTests
{
    private const string Key = "535CC2CB9DEA0B55B0A2D585EAB648EBCE73AC8B";

    [Fact]
    public async Task Time_tokens_are_read_and_count_from_the_year_2000()
    {
        var file = await SeedReading.OfAsync(
            "# ===== SafeWord Authenticator Records $Version: 100$ =====\ndn: sccAuthenticatorId=ET-1\nobjectclass: top\nobjectclass: sccCompatibleToken\n"
            + $"sccAuthenticatorId: ET-1\nsccTokenType: eToken-PASS-TS\nsccTokenData: sccKey={Key};sccMode=T;sccPwLen=6;sccVer=6.20;sccTick=30;sccPrTime=2013/03/12 00:00:00\nsccSignature: MC4CFQ==\n\n"
            + $"serial: ET-2\nsccKey: {Key}\nsccMode: t\nsccTick: 60\nsccPwLen: 8\ncrypto: HmacSHA256\n");
        Assert.Equal(SeedFileForm.ETokenPassDat, file.Form);
        Assert.Equal([2, 10], file.Rows.Select(r => r.Row));
        var (first, second) = (file.Records[0], file.Records[1]);
        Assert.Equal(("ET-1", new TotpProfile(TotpAlgorithm.Sha1, 6, 30), "eToken-PASS-TS"), (first.Serial, first.Profile, first.Model));
        Assert.Equal(("ET-2", new TotpProfile(TotpAlgorithm.Sha256, 8, 60), 0), (second.Serial, second.Profile, second.DriftSteps));
        Assert.Equal(0, first.Profile.StepAt(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero)) + first.DriftSteps);
    }

    [Theory]
    [InlineData($"sccKey={Key};sccMode=E;sccPwLen=6;", SeedRowFaultCode.UnsupportedAlgorithm)]
    [InlineData($"sccKey={Key};", SeedRowFaultCode.UnsupportedAlgorithm)]
    [InlineData($"sccKey={Key};sccMode=Q", SeedRowFaultCode.UnsupportedAlgorithm)]
    [InlineData($"sccKey={Key};sccMode=T;crypto=HmacMD5", SeedRowFaultCode.UnsupportedAlgorithm)]
    [InlineData($"sccKey={Key};sccMode=T;sccPwLen=5", SeedRowFaultCode.UnsupportedDigits)]
    [InlineData($"sccKey={Key};sccMode=T;sccTick=36", SeedRowFaultCode.UnsupportedPeriod)]
    [InlineData("sccKey=123;sccMode=T", SeedRowFaultCode.BadSeed)]
    [InlineData("sccMode=T", SeedRowFaultCode.BadSeed)]
    [InlineData($"sccKey={Key};sccKey={Key};sccMode=T", SeedRowFaultCode.BadRow)]
    [InlineData($"{Key};sccMode=T", SeedRowFaultCode.BadRow)]
    public async Task Other_records_are_refused_each_with_its_reason(string data, SeedRowFaultCode code)
    {
        var file = await SeedReading.OfAsync($"sccAuthenticatorId: ET-1\nsccTokenData: {data}\n\n\nsccAuthenticatorId: ET-2\nsccTokenData: sccKey={Key};sccMode=T");
        Assert.Equal((code, "ET-1"), (Assert.Single(file.Refused).Fault!.Code, file.Refused[0].Serial));
        Assert.Equal("ET-2", Assert.Single(file.Records).Serial);
    }
}
