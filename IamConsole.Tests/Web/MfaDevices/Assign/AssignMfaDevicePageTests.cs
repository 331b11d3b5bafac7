using Bunit;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Totp;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.MfaDevices.Assign;

namespace IamConsole.Tests.Web.MfaDevices.Assign;

public sealed class AssignMfaDevicePageTests
{
    [Fact]
    public async Task An_authenticator_app_is_assigned_with_enter_and_its_secret_is_gone()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = await InStepTwoAsync(web, "alice", MfaDeviceKind.Virtual);
        Assert.Empty(page.FindAll(".qr, .secret-key"));
        Button(page, "Show QR code").Click();
        Assert.NotEmpty(page.FindAll(".qr"));
        var app = App(iam, page);

        TypeSlowly(iam, page, app);
        page.FindAll(".input-code")[1].KeyDown("Enter");

        page.WaitForAssertion(() => Assert.EndsWith("/users/alice", web.Address, StringComparison.Ordinal));
        var flash = Assert.Single(web.Flashes);
        Assert.Equal(("MFA device assigned", "Assign another device", "/users/alice/assign-mfa"), (flash.Title, flash.ActionText, flash.ActionHref));
        Assert.Contains("Up to 8 MFA devices", flash.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Secret.ToBase32(), page.Markup.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(alice.UserId, await iam.ReadAsync(db => Task.FromResult(db.MfaDevices.Single().UserId)));
    }

    [Fact]
    public async Task Refused_codes_stay_and_the_page_says_why()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = await InStepTwoAsync(web, null, MfaDeviceKind.Virtual);
        var app = App(iam, page);

        Button(page, "Add MFA").Click();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".field-error svg").Count));
        page.FindAll(".input-code")[0].Input(app.WrongCode());
        page.FindAll(".input-code")[1].Input(app.Code());
        Button(page, "Add MFA").Click();

        page.WaitForAssertion(() => Assert.Contains(MfaDeviceErrors.InvalidCodes.Message, page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(app.WrongCode(), page.FindAll(".input-code")[0].GetAttribute("value"));
        Assert.Empty(web.Flashes);
    }

    [Fact]
    public async Task A_new_qr_code_replaces_the_secret_after_a_question()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = await InStepTwoAsync(web, null, MfaDeviceKind.Virtual);
        Button(page, "Show secret key").Click();
        var first = page.Find(".secret-key code").TextContent;
        page.FindAll(".input-code")[0].Input("123456");

        Button(page, "Make a new QR code").Click();
        await page.WaitForElement("dialog form").SubmitAsync();

        page.WaitForAssertion(() => Assert.NotEqual(first, page.Find(".secret-key code").TextContent));
        Assert.Empty(page.FindAll(".input-code")[0].GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Previous_keeps_the_first_step_and_a_second_try_has_another_secret()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = await InStepTwoAsync(web, null, MfaDeviceKind.Virtual);
        Button(page, "Show secret key").Click();
        var first = page.Find(".secret-key code").TextContent;
        Button(page, "Previous").Click();
        Assert.Equal("my-device", page.WaitForElement("input.input").GetAttribute("value"));
        Assert.True(page.FindAll("input[type=radio]")[1].HasAttribute("checked"));
        Button(page, "Next").Click();
        page.WaitForElement(".input-code");
        Assert.Empty(page.FindAll(".secret-key"));
        Button(page, "Show secret key").Click();
        Assert.NotEqual(first, page.Find(".secret-key code").TextContent);
    }

    [Fact]
    public async Task A_token_of_the_stock_is_assigned_after_a_wrong_serial_number()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        var token = await iam.TokenInStockAsync("aws", "GAHT7");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = await InStepTwoAsync(web, null, MfaDeviceKind.Hardware);

        page.FindAll("input.input")[0].Input("GAHT8");
        TypeSlowly(iam, page, token);
        Button(page, "Add MFA").Click();
        page.WaitForAssertion(() => Assert.Equal(HardwareTokenErrors.NoSuchToken.Message, page.Find(".field-error svg").ParentElement!.TextContent.Trim()));
        page.FindAll("input.input")[0].Input("gaht7");
        Button(page, "Add MFA").Click();

        page.WaitForAssertion(() => Assert.EndsWith("/security-credentials", web.Address, StringComparison.Ordinal));
        Assert.Equal("GAHT7", await iam.ReadAsync(db => Task.FromResult(db.MfaDevices.Single().Identifier)));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_said_at_its_field_before_anything_is_set_up()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        await iam.RegisterKeyAsync(root, alice.UserId, "my-device", [1]);
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = Render(web, null);
        await ChooseAsync(page, MfaDeviceKind.Virtual);

        page.WaitForAssertion(() => Assert.Equal(MfaDeviceErrors.NameTaken.Message, page.Find(".field-error").TextContent.Trim()));
        Assert.Empty(page.FindAll(".input-code"));
    }

    [Fact]
    public async Task Leaving_stores_nothing()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "create");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = await InStepTwoAsync(web, "create", MfaDeviceKind.Virtual);

        Button(page, "Cancel").Click();

        Assert.EndsWith("/users/~/create", web.Address, StringComparison.Ordinal);
        Assert.Equal(0, await iam.ReadAsync(db => Task.FromResult(db.MfaDevices.Count())));
    }

    [Fact]
    public async Task Who_may_not_assign_reads_so_and_an_old_proof_is_renewed_before_anything_is_typed()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        var bob = await iam.SignInAsync(await iam.UserAsync(account, root, "bob"));
        await using var web = await SignedInContext.OfAsync(iam, bob);
        Assert.Contains("No identity-based policy allows", Render(web, "alice").WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);

        iam.Clock.Advance(TimeSpan.FromMinutes(11));
        web.GoTo("/security-credentials/assign-mfa");
        var own = web.Render<AssignMfaDevicePage>();

        own.WaitForAssertion(() => Assert.Contains("/signin/confirm?returnUrl=%2Fsecurity-credentials%2Fassign-mfa%3Fresume%3D", web.Address, StringComparison.Ordinal));
        Assert.Empty(own.FindAll("input"));
    }

    private static IRenderedComponent<AssignMfaDevicePage> Render(SignedInContext web, string? userName)
    {
        web.GoTo(userName is null ? "/security-credentials/assign-mfa" : $"/users/{userName}/assign-mfa");
        return web.Render<AssignMfaDevicePage>(p => p.Add(a => a.UserName, userName));
    }

    private static async Task<IRenderedComponent<AssignMfaDevicePage>> InStepTwoAsync(SignedInContext web, string? userName, MfaDeviceKind kind)
    {
        var page = Render(web, userName);
        await ChooseAsync(page, kind);
        page.WaitForElement(".input-code");
        return page;
    }

    private static async Task ChooseAsync(IRenderedComponent<AssignMfaDevicePage> page, MfaDeviceKind kind)
    {
        page.WaitForElement("input.input").Input("my-device");
        page.FindAll("input[type=radio]")[(int)kind].Change("on");
        await Button(page, "Next").ClickAsync(new());
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<AssignMfaDevicePage> page, string text) =>
        page.FindAll("button").First(b => b.TextContent.Trim() == text);

    private static Authenticator App(IamScenario iam, IRenderedComponent<AssignMfaDevicePage> page)
    {
        Button(page, "Show secret key").Click();
        var secret = page.Find(".secret-key code").TextContent.Replace(" ", "", StringComparison.Ordinal);
        return new Authenticator(TotpSecret.FromBytes(OtpNet.Base32Encoding.ToBytes(secret)), iam.Clock);
    }

    // The second code is shown half a minute after the first, and typed with the space that apps show.
    private static void TypeSlowly(IamScenario iam, IRenderedComponent<AssignMfaDevicePage> page, Authenticator device)
    {
        page.FindAll(".input-code")[0].Input(device.Code());
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        page.FindAll(".input-code")[1].Input(device.Code().Insert(3, " "));
    }
}
