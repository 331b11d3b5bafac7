using Bunit;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.MfaDevices.Assign;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Web.MfaDevices.Assign;

public sealed class PasskeyStepTests
{
    [Theory]
    [InlineData("cancelled", "cancelled")]
    [InlineData("timeout", "in time")]
    [InlineData("already-registered", "already registered")]
    [InlineData("security", "refuses keys at this address")]
    [InlineData("insecure", "only over HTTPS")]
    [InlineData("unsupported", "Try another browser")]
    [InlineData("unsuitable", "cannot do what is needed")]
    [InlineData("busy", "still open")]
    [InlineData("too-large", "too large for this console")]
    [InlineData("authenticator", "reported a fault")]
    [InlineData("failed", "could not be asked")]
    public async Task Every_end_of_the_browsers_dialog_is_explained_and_may_be_tried_again(string outcome, string words)
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (web, state) = await BeginAsync(iam);
        await using var context = web;
        var create = web.JSInterop.SetupModule("./passkeys.js").Setup<BrowserAnswer>("create", _ => true);
        create.SetResult(new BrowserAnswer(outcome, null));

        var step = Render(web, state);

        Assert.Contains(words, step.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
        step.FindAll("button").Single(b => b.TextContent.Trim() == "Try again").Click();
        step.WaitForAssertion(() => Assert.Equal(2, create.Invocations.Count));
    }

    [Fact]
    public async Task Waits_as_long_as_the_browser_and_says_so()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (web, state) = await BeginAsync(iam);
        await using var context = web;
        var module = web.JSInterop.SetupModule("./passkeys.js");
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<BrowserAnswer>("create", _ => true);
        var asking = new List<bool>();

        var step = Render(web, state, asking.Add);

        Assert.Contains("Waiting for your passkey", step.Find("h3").TextContent, StringComparison.Ordinal);
        Assert.Equal((iam.Now + TimeSpan.FromMinutes(5)).ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            step.Find("time-left").GetAttribute("data-until"));
        Assert.Equal([true], asking);
        step.FindAll("button").Single(b => b.TextContent.Trim() == "Cancel request").Click();
        module.VerifyInvoke("cancel");
    }

    [Fact]
    public async Task An_answer_that_does_not_hold_is_no_key()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (web, state) = await BeginAsync(iam);
        await using var context = web;
        web.JSInterop.SetupModule("./passkeys.js").Setup<BrowserAnswer>("create", _ => true)
            .SetResult(new BrowserAnswer("ok", """{"id":"AQ","rawId":"AQ","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"e30","attestationObject":"oA"}}"""));

        var step = Render(web, state);

        Assert.Contains("client data are malformed", step.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_answered_is_described_before_anything_is_stored()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (web, state) = await BeginAsync(iam);
        await using var context = web;
        web.JSInterop.SetupModule("./passkeys.js").Setup<BrowserAnswer>("create", _ => true);

        var step = Render(web, state, facts: IamScenario.Key([1]));

        Assert.Equal("The key answered", step.Find("h3").TextContent);
        var values = step.FindAll("dd").Select(d => d.TextContent.Trim());
        Assert.Equal(["desk-key", "Not proven. It says that it is Test key", "Device-bound", "Checked by the key", "usb, nfc"], values);
        Assert.Equal(0, await iam.ReadAsync(db => db.MfaDevices.CountAsync(IamScenario.Ct)));
    }

    private static async Task<(SignedInContext Web, AssignDeviceWizard State)> BeginAsync(IamScenario iam)
    {
        var (_, root) = await iam.SignedInRootAsync();
        var web = await SignedInContext.OfAsync(iam, root);
        var state = new AssignDeviceWizard(iam.Clock) { DeviceName = "desk-key" };
        state.Choose(MfaDeviceKind.SecurityKey);
        state.Begin(await iam.BeginAsync(root, root.UserId, "desk-key", MfaDeviceKind.SecurityKey));
        return (web, state);
    }

    private static IRenderedComponent<PasskeyStep> Render(
        SignedInContext web, AssignDeviceWizard state, Action<bool>? onAsking = null, PasskeyFacts? facts = null) =>
        web.Render<PasskeyStep>(p => p.Add(s => s.State, state).Add(s => s.UserLabel, "root").Add(s => s.Facts, facts)
            .Add(s => s.AskingChanged, onAsking ?? (_ => { })));
}
