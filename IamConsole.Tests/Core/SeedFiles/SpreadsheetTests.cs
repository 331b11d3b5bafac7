using System.Text;
using IamConsole.Core.SeedFiles;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>What spreadsheets do to files of vendors: read where nothing is lost, refused by name where something is.</summary>
public sealed class SpreadsheetTests
{
    private const string Good = "234567ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Hex = "3132333435363738393031323334353637383930";

    [Theory]
    [InlineData("2.60012E+12")]
    [InlineData("2,60012E+12")]
    [InlineData("3e+15")]
    public async Task A_rounded_serial_number_is_refused_by_that_name(string serial)
    {
        var fault = (await SeedReading.OfAsync($"serial number;secret key\n{serial};{Good}\n")).Fault;

        Assert.Equal(SeedRowFaultCode.BadSerial, fault.Code);
        Assert.Contains("rounded", fault.Message, StringComparison.Ordinal);
        Assert.Contains("rounded", (await SeedReading.OfAsync($"tok1;{Hex};totp\n{serial};{Hex};totp\n")).Rows[1].Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rounded_secret_key_is_refused_by_that_name() =>
        Assert.Contains("rounded", (await SeedReading.OfAsync("serial number,secret key\ntok1,3.13233E+39\n")).Fault.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2600E12", "2600E12")]
    [InlineData("=\"0012345\"", "0012345")]
    [InlineData("\"=\"\"0012345\"\"\"", "0012345")]
    [InlineData("'0012345", "0012345")]
    [InlineData("0012345", "0012345")]
    public async Task Serial_numbers_that_were_kept_as_text_keep_their_zeros(string written, string serial)
    {
        Assert.Equal(serial, (await SeedReading.OfAsync($"serial number,secret key\n{written},{Good}\n")).Single.Serial);
        if (!written.StartsWith('"'))
            Assert.Equal(serial, (await SeedReading.OfAsync($"{written},{Hex},totp\n")).Single.Serial);
    }

    [Theory]
    [InlineData("sep=;\nserial number;secret key\ntok1;{0}\n")]
    [InlineData("\"sep=;\"\nserial number;secret key\ntok1;{0}\n")]
    [InlineData("serial number;secret key\n;\n;;;\ntok1;{0}\n;\n")]
    [InlineData(";;\nserial number;secret key\ntok1;{0}\n")]
    [InlineData("serial number;secret key;\ntok1;{0};\n")]
    [InlineData("serial number;secret key\ntok1;{0};;;\n")]
    [InlineData("serial number;secret key;\ntok1;{0}\n")]
    public async Task Lines_for_spreadsheets_blank_rows_and_delimiters_at_the_end_are_read_over(string text) =>
        Assert.Equal("tok1", (await SeedReading.OfAsync(text.Replace("{0}", Good, StringComparison.Ordinal))).Single.Serial);

    [Theory]
    [InlineData("sep=,\ntok1,{0},totp\n")]
    [InlineData("tok1,{0},totp,\n,,,\n")]
    [InlineData("tok1,{0},30\n")]
    [InlineData("tok1,{0},60,\n")]
    [InlineData(",,\ntok1,{0},30,,\n")]
    public async Task And_in_files_without_a_header_Duos_among_them(string text) =>
        Assert.Equal("tok1", (await SeedReading.OfAsync(text.Replace("{0}", Hex, StringComparison.Ordinal))).Single.Serial);

    [Fact]
    public async Task Duos_third_field_is_the_interval_and_any_other_number_a_counter()
    {
        Assert.Equal(60, (await SeedReading.OfAsync($"tok1,{Hex},60\n")).Single.Profile.PeriodSeconds);
        Assert.Contains("HOTP", (await SeedReading.OfAsync($"tok1,{Hex},0\n")).Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_in_the_encoding_of_a_country_is_read()
    {
        var text = $"serial number,secret key,model\nT1,{Good},Grün – groß\n";
        byte[] western = [.. Encoding.Latin1.GetBytes(text.Replace('–', '\u0096'))];

        Assert.Equal("Grün – groß", (await SeedReading.OfAsync(western)).Single.Model);
        Assert.Equal("Grün – groß", (await SeedReading.OfAsync(text)).Single.Model);
        Assert.Equal("Grün – groß", (await SeedReading.OfAsync([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)])).Single.Model);

        // Also where the first such byte comes late, and where a character is cut by the end.
        byte[] late = [.. Encoding.UTF8.GetBytes("serial number,secret key,model\n" + string.Concat(Enumerable.Repeat($"T1,{Good},x\n", 3000))), .. Encoding.Latin1.GetBytes($"T2,{Good},ß")];
        Assert.Equal("ß", (await SeedReading.OfAsync(late)).Rows[^1].Record!.Model);
    }

    [Theory]
    [InlineData("tok1,{0},HOTP,6\ntok2,{0},HOTP,6\n")]
    [InlineData("tok1,{0}\ntok2,{0}\n")]
    [InlineData("tok1,{0},0\ntok2,{0},5\n")]
    [InlineData("serial number,secret key (hex),type\ntok1,{0},HOTP\ntok2,{0},hotp\n")]
    public async Task A_box_of_HOTP_tokens_is_known_as_one_and_each_row_says_what_to_order(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.Replace("{0}", Hex, StringComparison.Ordinal)));
        await using var file = await SeedFile.OpenAsync(stream, new SeedFileOptions(), TestContext.Current.CancellationToken);
        await foreach (var row in file.ReadRowsAsync(TestContext.Current.CancellationToken))
            Assert.Contains("TOTP", row.Fault!.Message, StringComparison.Ordinal);

        Assert.True(file.OnlyEventBased);
        Assert.Contains("TOTP tokens (RFC 6238) of 30 or 60 seconds", SeedFileException.OnlyEventBased.Message, StringComparison.Ordinal);
    }
}
