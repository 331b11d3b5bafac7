using QRCoder;

namespace IamConsole.Tests.EndToEnd.Rig;

public sealed class QrPictureTests(ChromiumBrowser browser)
{
    private const string Text = "otpauth://totp/IAM%20Console:alice@123456789012?secret=JBSWY3DPEHPK3PXP&issuer=IAM%20Console";

    [Fact]
    public async Task A_code_on_a_page_is_read_off_its_picture()
    {
        using var data = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        await using var page = await browser.OpenAsync(new Uri("http://localhost"));
        await page.Page.ServeAsync($"<html lang=en><title>x</title><p>Scan</p>{svg.GetGraphic(4)}");
        Assert.Equal(Text, QrPicture.Decode(await page.Page.ScreenshotAsync()));
    }

    [Fact]
    public void A_picture_without_a_code_is_an_error()
    {
        var white = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=");
        Assert.Throws<InvalidOperationException>(() => QrPicture.Decode(white));
    }
}
