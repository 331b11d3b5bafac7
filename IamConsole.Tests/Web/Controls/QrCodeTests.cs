using Bunit;
using IamConsole.Web.Controls;
using Xunit;

namespace IamConsole.Tests.Web.Controls;

public sealed class QrCodeTests : BunitContext
{
    [Fact]
    public void Is_dark_on_white_with_a_text_for_those_who_cannot_see_it()
    {
        var code = Render<QrCode>(parameters => parameters.Add(part => part.Text, "otpauth://totp/x?secret=KZXW6YTB").Add(part => part.Alt, "QR code of the secret key"));

        Assert.Equal("QR code of the secret key", code.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal("#fff", code.Find("rect").GetAttribute("fill"));
        Assert.Equal("#000", code.Find("path").GetAttribute("fill"));
        Assert.DoesNotContain("style=", code.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_a_quiet_zone_of_four_modules()
    {
        var code = Render<QrCode>(parameters => parameters.Add(part => part.Text, "x"));

        // The finder pattern's first row starts at column 4 of row 4 and is seven modules long.
        Assert.StartsWith("M4 4h7v1H4z", code.Find("path").GetAttribute("d"), StringComparison.Ordinal);
    }
}
