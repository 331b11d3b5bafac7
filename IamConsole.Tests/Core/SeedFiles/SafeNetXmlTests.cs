using IamConsole.Core.SeedFiles;
using IamConsole.Core.Totp;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>SafeNet's XML, as privacyIDEA's and LinOTP's importers show it.</summary>
public sealed class SafeNetXmlTests
{
    private const string Seed = "<Seed>ff06df50017d3b981cfbc4ec4d374040164d8d19</Seed>";

    [Fact]
    public async Task A_token_with_a_time_step_is_read_and_an_event_token_refused_by_name()
    {
        var file = await SeedReading.OfAsync(
            $"<Tokens>{Token("S-1", Seed + "<TimeStep>60</TimeStep><Digits>8</Digits>")}<Other><Deep/></Other>{Token("S-2", Seed + "<MovingFactor>1</MovingFactor>")}</Tokens>");
        Assert.Equal(SeedFileForm.SafeNetXml, file.Form);
        var token = Assert.Single(file.Records);
        Assert.Equal(("S-1", new TotpProfile(TotpAlgorithm.Sha1, 8, 60), "Alpine"), (token.Serial, token.Profile, token.Model));
        Assert.Equal(20, token.Secret.Bytes.Length);
        var refused = Assert.Single(file.Refused);
        Assert.Equal((2, "S-2", SeedRowFaultCode.UnsupportedAlgorithm), (refused.Row, refused.Serial, refused.Fault!.Code));
        Assert.Contains("HOTP", refused.Fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Seed>123412354</Seed><TimeStep>30</TimeStep>", SeedRowFaultCode.BadSeed)]
    [InlineData("<Seed>123456</Seed><TimeStep>30</TimeStep>", SeedRowFaultCode.SeedTooShort)]
    [InlineData("<TimeStep>30</TimeStep>", SeedRowFaultCode.BadSeed)]
    [InlineData(Seed + "<TimeStep>31</TimeStep>", SeedRowFaultCode.UnsupportedPeriod)]
    public async Task Bad_tokens_are_refused(string application, SeedRowFaultCode code) =>
        Assert.Equal(code, (await SeedReading.OfAsync($"<Tokens>{Token("S-1", application)}</Tokens>")).Fault.Code);

    [Fact]
    public async Task A_token_without_serial_or_applications_is_refused()
    {
        var file = await SeedReading.OfAsync("<Tokens><Token><ProductName/></Token><Token serial='S-1'/></Tokens>");
        Assert.Equal([SeedRowFaultCode.BadSerial, SeedRowFaultCode.BadRow], file.Refused.Select(r => r.Fault!.Code));
    }

    private static string Token(string serial, string application) =>
        $"<Token serial=\"{serial}\"><CaseModel>5</CaseModel><ProductName>Alpine</ProductName><Applications><Application ConnectorID=\"{{a}}\">{application}</Application></Applications></Token>";
}
