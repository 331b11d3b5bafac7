using IamConsole.Core.Totp;

namespace IamConsole.Tests.Core.Totp;

public sealed class TotpSecretTests
{
    [Fact]
    public void A_new_secret_is_64_Base32_characters()
    {
        var text = TotpSecret.New().ToBase32();
        Assert.Matches("^[A-Z2-7]{64}$", text);
        Assert.NotEqual(text, TotpSecret.New().ToBase32());
    }

    [Theory]
    [InlineData("2234567abcdef2234567abcdef", true)]
    [InlineData("MFRGGZDFMZTWQ===", true)]
    [InlineData("1234567abcdef", false)]
    [InlineData("ABC 234", false)]
    [InlineData("ABC8", false)]
    [InlineData("ABC", false)]
    [InlineData("ABCDEF", false)]
    [InlineData("", false)]
    [InlineData("====", false)]
    public void Base32_is_read_strictly(string text, bool good) => Assert.Equal(good, TotpSecret.TryParseBase32(text, out _));

    [Fact]
    public void Reading_gives_back_what_was_written()
    {
        var secret = TotpSecret.New();
        Assert.True(TotpSecret.TryParseBase32(secret.ToBase32(), out var read));
        Assert.Equal(secret.Bytes.ToArray(), read!.Bytes.ToArray());
    }

    [Fact]
    public void A_secret_does_not_print_itself()
    {
        var secret = TotpSecret.New();
        Assert.DoesNotContain(secret.ToBase32(), $"{secret}");
    }

    [Fact]
    public void The_URI_has_issuer_and_label_as_apps_expect_them()
    {
        Assert.True(TotpSecret.TryParseBase32(new string('A', 64), out var secret));
        Assert.Equal(
            $"otpauth://totp/IAM%20Console:maria%2Bphone%40home@lumen-labs?secret={new string('A', 64)}&issuer=IAM%20Console",
            OtpAuthUri.Create("IAM Console", "maria+phone@home", "lumen-labs", secret!));
    }
}
