using IamConsole.Core.SeedFiles;
using IamConsole.Core.Totp;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>CSV with a header. Samples: Microsoft's and Deepnet's documentation of their CSV layouts.</summary>
public sealed class HeaderCsvTests
{
    private const string Header = "serial number,secret key,time interval,manufacturer,model\n";
    private const string Good = "234567ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    [Fact]
    public async Task The_layout_of_Entra_ID_is_read()
    {
        var file = await SeedReading.OfAsync(
            "upn,serial number,secret key,time interval,manufacturer,model\nHelga@contoso.com,1234567,2234567abcdef2234567abcdef,60,Contoso,HardwareKey\n");
        var token = file.Single;
        Assert.Equal(SeedFileForm.EntraCsv, file.Form);
        Assert.Equal(("1234567", new TotpProfile(TotpAlgorithm.Sha1, 6, 60), "Contoso", "HardwareKey"), (token.Serial, token.Profile, token.Vendor, token.Model));
        // 26 characters are 130 bits: the last two belong to no byte.
        Assert.StartsWith("2234567ABCDEF2234567ABCDE", token.Secret.ToBase32(), StringComparison.Ordinal);
        Assert.Equal(16, token.Secret.Bytes.Length);
    }

    [Fact]
    public async Task The_digit_1_is_no_Base32_and_the_reason_holds_no_seed()
    {
        var row = Assert.Single((await SeedReading.OfAsync(Header + "1234567,1234567abcdefg1234567abcdefg,60,Contoso,HardwareKey\n")).Refused);
        Assert.Equal((2, "1234567", SeedRowFaultCode.BadSeed), (row.Row, row.Serial, row.Fault!.Code));
        Assert.Contains("Base32", row.Fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("1234567abcdef", row.Fault.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("tok1,JBSWY3DP,30,,", SeedRowFaultCode.SeedTooShort)]
    [InlineData("tok1,GEZDGNBVGY3TQOJQ,30,,", SeedRowFaultCode.SeedTooShort)]
    [InlineData(",234567ABCDEFGHIJKLMNOPQRSTUVWXYZ,30,,", SeedRowFaultCode.BadSerial)]
    [InlineData("a b,234567ABCDEFGHIJKLMNOPQRSTUVWXYZ,30,,", SeedRowFaultCode.BadSerial)]
    [InlineData("tok1,,30,,", SeedRowFaultCode.BadSeed)]
    [InlineData("tok1,3132333435363738393031323334353637383930,30,,", SeedRowFaultCode.BadSeed)]
    [InlineData("tok1,234567ABCDEFGHIJKLMNOPQRSTUVWXYZ,45,,", SeedRowFaultCode.UnsupportedPeriod)]
    [InlineData("tok1,234567ABCDEFGHIJKLMNOPQRSTUVWXYZ,30,", SeedRowFaultCode.BadRow)]
    [InlineData("tok1,234567ABCDEFGHIJKLMNOPQRSTUVWXYZ,30,Ma\"ker,", SeedRowFaultCode.BadRow)]
    [InlineData("tok1,234567ABCDEFGHIJKLMNOPQRSTUVWXYZ,30,Ma\u0007ker,", SeedRowFaultCode.BadText)]
    [InlineData("tok1,234567ABCDEFGHIJKLMNOPQRSTUVWXYZ,30,Ma\0ker,", SeedRowFaultCode.BadText)]
    public async Task A_bad_row_is_refused_with_its_reason_and_the_rest_goes_on(string row, SeedRowFaultCode code)
    {
        // A file of nothing but text in its beginning: bytes of zero further on are the row's own fault.
        var file = await SeedReading.OfAsync(Header + Filler(700) + row + $"\ntok2,{Good},30,,\n");
        Assert.Equal(code, Assert.Single(file.Refused).Fault!.Code);
        Assert.Equal("tok2", file.Rows[^1].Record!.Serial);
    }

    [Fact]
    public async Task A_seed_of_more_than_1024_bits_is_refused() =>
        Assert.Equal(SeedRowFaultCode.SeedTooLong, (await SeedReading.OfAsync(Header + $"tok1,{new string('A', 208)},30,,\n")).Fault.Code);

    [Fact]
    public async Task Hex_algorithm_digits_partition_form_and_expiry_are_read_in_any_order_of_columns()
    {
        var file = await SeedReading.OfAsync(
            "\uFEFFDigits;Secret Key (hex);Serial Number;Algorithm;Partition;Form;Expires on\r\n8;3132333435363738393031323334353637383930;X-1;SHA-256;aws-us-gov;\"OTP token\";2030-12-31\r\n");
        var token = file.Single;
        Assert.Equal(SeedFileForm.HeaderCsv, file.Form);
        Assert.Equal(new TotpProfile(TotpAlgorithm.Sha256, 8, 30), token.Profile);
        Assert.Equal(("aws-us-gov", "OTP token", new DateOnly(2030, 12, 31)), (token.Partition, token.Form, token.ExpiresOn));
    }

    [Theory]
    [InlineData("type", "HOTP", SeedRowFaultCode.UnsupportedAlgorithm)]
    [InlineData("algorithm", "MD5", SeedRowFaultCode.UnsupportedAlgorithm)]
    [InlineData("digits", "7", SeedRowFaultCode.UnsupportedDigits)]
    [InlineData("partition", "aws-cn", SeedRowFaultCode.BadPartition)]
    [InlineData("expires on", "31.12.2030", SeedRowFaultCode.BadDate)]
    public async Task A_column_with_another_value_than_ours_refuses_the_row(string column, string value, SeedRowFaultCode code) =>
        Assert.Equal(code, (await SeedReading.OfAsync($"serial number,secret key,{column}\ntok1,{Good},{value}\n")).Fault.Code);

    [Theory]
    [InlineData("serial number,upn\n1,2\n")]
    [InlineData("serial number,serial number,secret key\n1,2,3\n")]
    [InlineData("serial number,secret key,secret key (hex)\n1,2,3\n")]
    public async Task A_header_that_lacks_a_column_or_names_one_twice_is_refused(string file) =>
        Assert.Contains("serial number", (await SeedReading.RefusedAsync(file, SeedFileFault.BadHeader)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Comments_and_blank_lines_may_stand_before_the_header_and_between_rows()
    {
        var file = await SeedReading.OfAsync($"# made by a vendor\n  # twice\n\n{Header}\n# and more\ntok1,{Good},30,,\n");
        Assert.Equal(("tok1", 7), (file.Single.Serial, file.Rows[0].Row));
    }

    [Fact]
    public async Task A_field_without_end_is_refused() =>
        Assert.Equal(2, (await SeedReading.RefusedAsync(Header + "tok1," + new string('A', 100_000) + ",30,,\n", SeedFileFault.TooComplex)).Line);

    [Theory]
    [InlineData($"tok1,\"{Good},30,,", SeedFileFault.Truncated)]
    [InlineData($"tok1,\"{Good},30,,\ntok2,{Good},30,,\n", SeedFileFault.Truncated)]
    [InlineData($"tok1,\"{Good},30,,\ntok2,{Good},30,,\n", SeedFileFault.TooComplex, 100)]
    public async Task A_quotation_mark_that_is_never_closed_refuses_the_file(string rows, SeedFileFault fault, int times = 1)
    {
        var more = string.Concat(Enumerable.Repeat($"tok3,{Good},30,,\n", times - 1));
        Assert.Contains("quotation mark", (await SeedReading.RefusedAsync(Header + rows + more, fault)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotation_marks_may_hold_delimiters_quotation_marks_and_lines()
    {
        var file = await SeedReading.OfAsync(Header + $"tok1,{Good},30,\"A, \"\"B\"\"\",\"C\nD\"\ntok2,{Good},30,\"A, \"\"B\"\"\",\n");
        Assert.Equal((SeedRowFaultCode.BadText, "tok1"), (Assert.Single(file.Refused).Fault!.Code, file.Refused[0].Serial));
        Assert.Equal(("tok2", "A, \"B\"", 4), (file.Records[0].Serial, file.Records[0].Vendor, file.Rows[1].Row));
    }

    [Theory]
    [InlineData($"{Good},tok1,30,,\n")]
    [InlineData($"{Good},{Good},30,,\n")]
    [InlineData($"\"tok1,{Good},30,,\"\n")]
    [InlineData("3132333435363738393031323334353637383930,tok1,30,,\n")]
    [InlineData("MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=,tok1,30,,\n")]
    [InlineData("tok1:3132333435363738393031323334353637383930,tok1,30,,\n")]
    [InlineData($"tok-1{Good},tok1,30,,\n")]
    [InlineData("tok1/MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=,tok1,30,,\n")]
    public async Task A_seed_that_stands_where_the_serial_belongs_is_not_repeated(string row) =>
        Assert.Null(Assert.Single((await SeedReading.OfAsync(Header + row)).Refused).Serial);

    private static string Filler(int rows) => string.Concat(Enumerable.Range(0, 2 * rows).Select(i => $"filler{i},{Good},30,Maker,Model\n"));
}
