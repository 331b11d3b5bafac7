using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;
using SetupCode = IamConsole.Web.Hosting.SetupCode;

namespace IamConsole.Tests.EndToEnd;

public sealed class FirstRunJourney(ChromiumBrowser browser)
{
    [Fact]
    public async Task Setting_up_leads_to_the_dashboard_where_MFA_for_root_comes_first_and_root_signs_in_with_it()
    {
        await using var server = new ConsoleServer();
        await using var window = await browser.OpenAsync(server.Url);
        var root = new Visitor(window);
        await SetUpAsync(root, server, "aws");
        await root.SeeAsync("The account is ready");
        await root.Page.Locator(".recommendations li").First.GetByRole(AriaRole.Link, new() { Name = "Assign MFA device" })
            .Or(root.Page.Locator(".recommendations li").First.GetByRole(AriaRole.Button, new() { Name = "Assign MFA device" })).ClickAsync();
        await root.ChooseDeviceAsync("root-phone", "Authenticator app");

        await root.PressAsync("Show QR code");
        var uri = QrPicture.Decode(await root.Page.Locator(".qr").ScreenshotAsync());
        Assert.Matches("^otpauth://totp/IAM%20Console:root-phone@lumen-labs\\?secret=[A-Z2-7]{64}&issuer=IAM%20Console$", uri);
        var phone = new Codes(server.Clock, uri.Split("secret=")[1][..64]);
        await root.PressAsync("Show secret key");
        Assert.Equal(uri.Split("secret=")[1][..64], (await root.Page.Locator(".secret-key code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal));

        await root.EnterTwoCodesAsync(phone, "Add MFA");
        await root.SeeAsync("MFA device assigned");
        Assert.DoesNotContain(uri.Split("secret=")[1][..64], await root.Page.ContentAsync(), StringComparison.Ordinal);
        await root.SignOutAsync();

        await root.Page.GotoAsync("/signin/root");
        await root.Page.GetByLabel("Root user email address").FillAsync("owner@lumen-labs.example");
        await root.PressAsync("Next");
        await root.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("correct horse battery");
        await root.PressAsync("Sign in");
        await root.EnterCodeAsync(phone.Next());
        await root.SeeConsoleAsync();
        await root.SeeAsync("The root user has only one MFA device");
    }

    [Fact]
    public async Task In_GovCloud_set_up_ends_with_a_first_administrator_and_root_cannot_sign_in()
    {
        await using var server = new ConsoleServer();
        await using var window = await browser.OpenAsync(server.Url);
        var admin = new Visitor(window);
        await SetUpAsync(admin, server, "aws-us-gov");
        await admin.SeeAsync("noor.rahman @ lumen-labs");
        await admin.SignOutAsync();
        await admin.Page.GotoAsync("/signin/root");
        await admin.Page.GetByLabel("Root user email address").FillAsync("owner@lumen-labs.example");
        await admin.PressAsync("Next");
        await admin.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("correct horse battery");
        await admin.PressAsync("Sign in");
        await admin.SeeAsync("Your authentication information is incorrect. Please try again.");
    }

    [Fact]
    public async Task Set_up_without_the_code_is_refused_and_the_code_works_once()
    {
        await using var server = new ConsoleServer();
        using var client = new RawClient(server.Url);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await client.GetAsync("/setup")).Status);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await client.GetAsync("/setup?code=AAAA-AAAA-AAAA-AAAA")).Status);
        await using var window = await browser.OpenAsync(server.Url);
        await SetUpAsync(new Visitor(window), server, "aws");
        var again = await client.GetAsync("/setup?code=" + server.Get<SetupCode>().Reveal());
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, again.Status);
    }

    private static async Task SetUpAsync(Visitor visitor, ConsoleServer server, string partition)
    {
        var page = visitor.Page;
        await page.GotoAsync("/setup?code=" + server.Get<SetupCode>().Reveal());
        await page.GetByLabel("Account name").FillAsync("Lumen Labs");
        await page.GetByLabel("Account alias").FillAsync("lumen-labs");
        await page.GetByLabel("Partition").SelectOptionAsync(partition);
        await page.GetByLabel("Country").SelectOptionAsync("US");
        await page.GetByLabel("Email address").FillAsync("owner@lumen-labs.example");
        if (partition == "aws-us-gov") await page.GetByLabel("Administrator user name").FillAsync("noor.rahman");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("correct horse battery");
        await page.GetByLabel("Confirm password").FillAsync("correct horse battery");
        await visitor.PressAsync("Create account");
        await visitor.SeeConsoleAsync();
    }
}
