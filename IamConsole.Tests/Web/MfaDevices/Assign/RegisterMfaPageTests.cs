using Bunit;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.MfaDevices.Assign;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace IamConsole.Tests.Web.MfaDevices.Assign;

public sealed class RegisterMfaPageTests
{
    [Fact]
    public async Task Inside_a_sign_in_shows_the_wizard_and_ends_with_a_form_post()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var session = await EnrolAsync(iam);
        await using (var before = await ContextAsync(iam, session))
            Assert.NotNull(before.Render<RegisterMfaPage>().WaitForElement("input[type=radio]"));
        await iam.AssignAppAsync(session, session.UserId, "root-phone");

        // As after a reload: the device is there, only the sign-in is not finished.
        await using var web = await ContextAsync(iam, session);
        var form = web.Render<RegisterMfaPage>().WaitForElement("form");

        Assert.Equal(("post", "/signin/register-mfa/finish"), (form.GetAttribute("method"), form.GetAttribute("action")));
    }

    [Fact]
    public async Task A_session_of_the_console_has_its_own_page_for_this()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await ContextAsync(iam, root);

        var page = web.Render<RegisterMfaPage>();

        Assert.EndsWith("/security-credentials/assign-mfa", web.Address, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input"));
    }

    [Fact]
    public async Task Whoever_waits_too_long_begins_the_sign_in_again()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var session = await EnrolAsync(iam);
        await using var web = await ContextAsync(iam, session);
        var page = web.Render<RegisterMfaPage>();
        page.WaitForElement("input.input").Input("root-phone");
        page.FindAll("input[type=radio]")[1].Change("on");
        iam.Clock.Advance(TimeSpan.FromMinutes(11));

        page.FindAll("button").First(b => b.TextContent.Trim() == "Next").Click();

        page.WaitForAssertion(() => Assert.EndsWith("/signin", web.Address, StringComparison.Ordinal));
    }

    private static async Task<SignedIn> EnrolAsync(IamScenario iam)
    {
        var account = await iam.AccountWithRootAsync();
        var token = await iam.Get<BeginMfaRegistration>().RunAsync(
            await iam.PendingAsync(account.Root), IamScenario.Browser, IamScenario.Client, IamScenario.Ct);
        return new SignedIn(account.Root.UserId, token.Ok());
    }

    private static async Task<SignedInContext> ContextAsync(IamScenario iam, SignedIn session)
    {
        var web = await SignedInContext.OfAsync(iam, session);
        web.Services.AddSingleton<AntiforgeryStateProvider, NoAntiforgery>();
        return web;
    }

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
