using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Totp;

namespace IamConsole.Tests.Core.HardwareTokens;

/// <summary>Samples: Microsoft's and Deepnet's documentation of their CSV layouts.</summary>
public sealed class SeedCsvTests
{
    private const string Header = "serial number,secret key,time interval,manufacturer,model\n";
    private const string Good = "234567ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    [Fact]
    public void The_layout_of_Entra_ID_is_read()
    {
        var result = Read("upn,serial number,secret key,time interval,manufacturer,model\nHelga@contoso.com,1234567,2234567abcdef2234567abcdef,60,Contoso,HardwareKey\n");
        var token = Assert.Single(result.Records);
        Assert.Equal(("1234567", new TotpProfile(TotpAlgorithm.Sha1, 6, 60), "Contoso", "HardwareKey"), (token.Serial, token.Profile, token.Vendor, token.Model));
        // 26 characters are 130 bits: the last two belong to no byte.
        Assert.StartsWith("2234567ABCDEF2234567ABCDE", token.Secret.ToBase32(), StringComparison.Ordinal);
        Assert.Equal(16, token.Secret.Bytes.Length);
    }

    [Fact]
    public void The_digit_1_is_no_Base32_and_the_reason_holds_no_seed()
    {
        var refused = Assert.Single(Read(Header + "1234567,1234567abcdef1234567abcdef,60,Contoso,HardwareKey\n").Refused);
        Assert.Equal(2, refused.Row);
        Assert.Contains("Base32", refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("1234567abcdef", refused.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("tok1,JBSWY3DP,30,,", "128 bits")]
    [InlineData(",234567ABCDEFGHIJKLMNOPQRSTUVWXYZ,30,,", "serial")]
    [InlineData("a b,234567ABCDEFGHIJKLMNOPQRSTUVWXYZ,30,,", "serial")]
    [InlineData("tok1,,30,,", "missing")]
    [InlineData("tok1,234567ABCDEFGHIJKLMNOPQRSTUVWXYZ,45,,", "interval")]
    public void A_bad_row_is_refused_with_its_reason_and_the_rest_goes_on(string row, string reason)
    {
        var result = Read(Header + row + $"\ntok2,{Good},30,,\n");
        Assert.Contains(reason, Assert.Single(result.Refused).Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("tok2", Assert.Single(result.Records).Serial);
    }

    [Fact]
    public void A_serial_that_stands_twice_is_taken_once()
    {
        var result = Read(Header + $"tok1,{Good},30,,\nTOK1,{Good},30,,\n");
        Assert.Single(result.Records);
        Assert.Equal(3, Assert.Single(result.Refused).Row);
    }

    [Fact]
    public void Hex_algorithm_digits_partition_and_expiry_are_read_in_any_order_of_columns()
    {
        var result = Read("\uFEFFDigits,Secret Key (hex),Serial Number,Algorithm,Partition,Expires on\n8,3132333435363738393031323334353637383930,X-1,SHA-256,aws-us-gov,2030-12-31\n");
        var token = Assert.Single(result.Records);
        Assert.Equal(new TotpProfile(TotpAlgorithm.Sha256, 8, 30), token.Profile);
        Assert.Equal(("aws-us-gov", new DateOnly(2030, 12, 31)), (token.Partition, token.ExpiresOn));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tok1, 1212, totp, 6\n")]
    [InlineData("a,b,c\n1,2,3\n")]
    public void A_file_without_a_known_header_is_refused_as_a_whole(string file) => Assert.Throws<SeedFileException>(() => Read(file));

    [Fact]
    public void A_field_without_end_is_refused() =>
        Assert.Throws<SeedFileException>(() => Read(Header + "tok1," + new string('A', 100_000) + ",30,,\n"));

    [Theory]
    [InlineData($"{Good},tok1,30,,\n")]
    [InlineData($"\"tok1,{Good},30,,\"\n")]
    [InlineData("3132333435363738393031323334353637383930,tok1,30,,\n")]
    public void A_seed_that_stands_where_the_serial_belongs_is_not_repeated(string row)
    {
        var refused = Assert.Single(Read(Header + row).Refused);
        Assert.Null(refused.Serial);
    }

    private static SeedCsvResult Read(string text) => SeedCsv.Read(new StringReader(text));
}
