using IamConsole.Core.SeedFiles;
using IamConsole.Core.Totp;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>A column that is not known is never ignored in silence.</summary>
public sealed class ColumnTests
{
    private const string Good = "234567ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Hex = "3132333435363738393031323334353637383930";

    [Fact]
    public async Task Microsofts_former_layout_is_read_with_its_interval()
    {
        var file = await SeedReading.OfAsync($"upn,serial number,secret key,timeinterval,manufacturer,model\n,1234567,{Good},60,Contoso,HardwareKey\n");

        Assert.Equal((SeedFileForm.EntraCsv, 60), (file.Form, file.Single.Profile.PeriodSeconds));
    }

    [Theory]
    [InlineData("timeinterval", "60")]
    [InlineData("Time Step", "60")]
    [InlineData("time_step", "60")]
    [InlineData("Period (seconds)", "60")]
    [InlineData("hashfunction", "SHA256")]
    [InlineData("Hash Function", "SHA256")]
    [InlineData("hash", "HMAC-SHA256")]
    [InlineData("otp length", "8")]
    [InlineData("OTP-Length", "8")]
    [InlineData("Number of digits", "8")]
    [InlineData("OTP type", "HOTP")]
    [InlineData("vendor", "Contoso")]
    [InlineData("expiry date", "2030-12-31")]
    public async Task Other_names_of_known_columns_are_taken(string column, string value)
    {
        var row = Assert.Single((await SeedReading.OfAsync($"Token Serial,Secret,{column}\ntok1,{Good},{value}\n")).Rows);

        var plain = new TotpProfile(TotpAlgorithm.Sha1, 6, 30);
        Assert.True(row.Fault is not null || row.Record!.Profile != plain || row.Record.Vendor is not null || row.Record.ExpiresOn is not null);
    }

    [Theory]
    [InlineData("serial number", "secret key", "Farbe", "hash codec")]
    [InlineData("serial number", "secret key", "Farbe", "step size")]
    public async Task Unknown_columns_are_named_and_nothing_is_read(string a, string b, string c, string d)
    {
        var refused = await SeedReading.RefusedAsync($"{a},{b},{c},{d}\ntok1,{Good},rot,x\n", SeedFileFault.UnknownColumns);

        Assert.Equal([c, d], refused.Columns);
        Assert.Contains(c, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_maps_them_or_leaves_them_out()
    {
        var options = new SeedFileOptions
        {
            Columns = new Dictionary<string, SeedColumn?> { ["farbe"] = null, ["Schritt"] = SeedColumn.TimeInterval, ["Schlüssel"] = SeedColumn.SecretKeyHex },
        };
        var file = await SeedReading.OfAsync($"Serial;Schlüssel;Schritt;Farbe\ntok1;{Hex};60;rot\n", options);

        Assert.Equal((SeedFileForm.HeaderCsv, 60, 20), (file.Form, file.Single.Profile.PeriodSeconds, file.Single.Secret.Bytes.Length));
    }

    [Fact]
    public async Task A_header_whose_secret_key_alone_is_not_known_asks_for_it()
    {
        var refused = await SeedReading.RefusedAsync($"Serial,Schlüssel\ntok1,{Hex}\n", SeedFileFault.UnknownColumns);
        Assert.Equal(["Schlüssel"], refused.Columns);

        // Left out, nothing is left to be a secret key.
        var options = new SeedFileOptions { Columns = new Dictionary<string, SeedColumn?> { ["Schlüssel"] = null } };
        await SeedReading.RefusedAsync($"Serial,Schlüssel\ntok1,{Hex}\n", SeedFileFault.BadHeader, options);
    }

    [Fact]
    public async Task A_name_that_could_be_a_seed_is_called_by_its_place()
    {
        var refused = await SeedReading.RefusedAsync($"serial number,secret key,{Hex}\ntok1,{Good},\n", SeedFileFault.UnknownColumns);

        Assert.Equal(["column 3"], refused.Columns);
        Assert.DoesNotContain(Hex, refused.Message, StringComparison.Ordinal);
        var options = new SeedFileOptions { Columns = new Dictionary<string, SeedColumn?> { ["column 3"] = null } };
        Assert.Equal("tok1", (await SeedReading.OfAsync($"serial number,secret key,{Hex}\ntok1,{Good},\n", options)).Single.Serial);
    }

    [Fact]
    public async Task What_stands_in_a_column_without_a_name_refuses_its_row()
    {
        var file = await SeedReading.OfAsync($"serial number,secret key,\ntok1,{Good},\ntok2,{Good},60\n");

        Assert.Equal("tok1", file.Rows[0].Record!.Serial);
        Assert.Equal(SeedRowFaultCode.BadRow, file.Rows[1].Fault!.Code);
    }

    [Theory]
    [InlineData("secret key")]
    [InlineData("seed")]
    public async Task A_secret_that_could_be_hexadecimal_or_Base32_is_asked_about(string column)
    {
        const string either = "ABCDEF234567ABCDEF234567ABCDEF234567ABCD";
        var text = $"serial number,{column}\ntok1,{either}\n";

        Assert.Equal(2, (await SeedReading.RefusedAsync(text, SeedFileFault.AmbiguousSecret)).Line);
        Assert.Equal(20, (await SeedReading.OfAsync(text, new SeedFileOptions { Secrets = SecretEncoding.Hexadecimal })).Single.Secret.Bytes.Length);
        Assert.Equal(25, (await SeedReading.OfAsync(text, new SeedFileOptions { Secrets = SecretEncoding.Base32 })).Single.Secret.Bytes.Length);
        Assert.Equal(20, (await SeedReading.OfAsync($"serial number,secret key (hex)\ntok1,{either}\n")).Single.Secret.Bytes.Length);
        Assert.Equal(25, (await SeedReading.OfAsync($"serial number,secret key (base32)\ntok1,{either}\n")).Single.Secret.Bytes.Length);
    }
}
