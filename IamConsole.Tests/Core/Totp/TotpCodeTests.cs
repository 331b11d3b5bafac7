using IamConsole.Core.Totp;

namespace IamConsole.Tests.Core.Totp;

public sealed class TotpCodeTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData(" 123456")]
    [InlineData("123456 ")]
    [InlineData("123 456")]
    [InlineData("+12345")]
    [InlineData("-12345")]
    [InlineData("12345\n")]
    [InlineData("\u00a012345")]
    [InlineData("１２３４５６")]
    [InlineData("١٢٣٤٥٦")]
    [InlineData("12345a")]
    [InlineData("0x1234")]
    [InlineData("12345\0")]
    public void Only_six_ASCII_digits_are_a_code(string? text) => Assert.False(TotpCode.TryParse(text, 6, out _));

    [Fact]
    public void Ten_megabytes_are_no_code() => Assert.False(TotpCode.TryParse(new string('1', 10_000_000), 6, out _));

    [Fact]
    public void Leading_zeros_count() => Assert.True(TotpCode.TryParse("000001", 6, out _));

    [Fact]
    public void A_code_does_not_print_itself()
    {
        TotpCode.TryParse("123456", 6, out var code);
        Assert.DoesNotContain("123456", $"{code}");
    }
}
