using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>A token that was handed out, activated at the sign-in; and what staff reads of a refused code.</summary>
public sealed class ActivationJourneys(ChromiumBrowser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_is_activated_at_the_next_sign_in_with_scripts_and_without(bool scripts)
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url, scripts: scripts);
        var amina = new Visitor(window, org);
        var token = new Codes(org.Server.Clock, org.FreeToken.Secret);
        await HandOutAsync(org, TokenState.Assigned);

        await amina.SignInAsync(org.Amina);
        await amina.SeeAsync($"Your administrator handed out hardware token {org.FreeToken.Identifier} to you.");
        token.Hold();
        await amina.Page.GetByLabel("MFA code 1").FillAsync(token.Now());
        await amina.Page.GetByLabel("MFA code 2").FillAsync(token.Now());
        await amina.PressAsync("Activate token");
        await amina.SeeAsync("This code must differ from code 1.");
        await amina.EnterTwoCodesAsync(token, "Activate token");
        await amina.Page.WaitForURLAsync(org.Server.Url.ToString());

        await using var hers = await browser.OpenAsync(org.Server.Url);
        await hers.Page.Context.AddCookiesAsync((await amina.Page.Context.CookiesAsync())
            .Where(c => c.Name == ConsoleCookies.Session)
            .Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = new UriBuilder(org.Server.Url) { Scheme = "https" }.ToString(), Secure = true }));
        var signedIn = scripts ? amina : new Visitor(hers, org);
        await signedIn.GoToAsync("/security-credentials");
        await signedIn.SeeAsync(org.FreeToken.Identifier);
        Assert.Equal(TokenState.Active, await StateAsync(org));
    }

    [Fact]
    public async Task T04_pending_opens_nothing_else_and_a_token_taken_back_meanwhile_is_said_so_and_the_sign_in_goes_on()
    {
        await using var org = await Organisation.OpenAsync();
        using var amina = new RawVisitor(org);
        await HandOutAsync(org, TokenState.Assigned);
        Assert.StartsWith("/signin/activate-token", (await amina.PasswordAsync(org.Amina)).Location, StringComparison.Ordinal);
        foreach (var path in Routes.OfConsole(org.Server))
            Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await amina.Client.GetAsync(path, accept: "*/*")).Status);
        Assert.StartsWith("/signin/activate-token", (await amina.Client.GetAsync("/signin/register-mfa")).Location, StringComparison.Ordinal);
        var page = await amina.Client.GetAsync("/signin/activate-token");
        Assert.Contains(org.FreeToken.Identifier, page.Body, StringComparison.Ordinal);
        await HandOutAsync(org, TokenState.Available);

        var refused = await amina.Client.SubmitAsync(page, new()
        {
            ["_handler"] = "activate-token",
            ["Input.Code1"] = "111111",
            ["Input.Code2"] = "222222",
        });
        Assert.Contains("no longer handed out to you", refused.Body, StringComparison.Ordinal);
        await amina.Client.SubmitAsync(refused, new() { ["_handler"] = "activate-token-later" });
        Assert.True(await amina.IsInAsync());
    }

    [Fact]
    public async Task Staff_reads_why_a_code_was_refused_and_the_user_does_not()
    {
        await using var org = await Organisation.OpenAsync();
        await using var office = await browser.OpenAsync(org.Server.Url);
        await using var field = await browser.OpenAsync(org.Server.Url);
        var (maria, chen) = (new Visitor(office, org), new Visitor(field, org));
        var (phone, hers) = (org.CodesOf(org.Chen), org.CodesOf(org.Maria));
        org.Server.Clock.Advance(TimeSpan.FromMinutes(10));
        phone.Hold();
        await chen.SignInAsync(org.Chen);
        await chen.EnterCodeAsync(phone.Now(-4));
        await chen.SeeAsync("The MFA code is not valid. Wait for a new code and try again.");
        Assert.DoesNotContain("late", await chen.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await maria.SignInWithCodeAsync(org.Maria, hers.Now());
        await maria.GoToAsync("/users/chen.yulan");
        await maria.SeeAsync("Last refused code");
        await maria.SeeAsync("The code was late by 4 steps (2:00 minutes).");
        await Looks.AssertGoodAsync(maria.Page, "last refused code");
        await maria.GoToAsync("/users/elias.weber");
        await maria.SeeAsync("No code of this user has been refused.");
        await maria.GoToAsync("/users/maria.sousa");
        await maria.SeeAsync("maria.sousa-phone");
        Assert.Equal(0, await maria.Page.GetByText("Last refused code").CountAsync());
    }

    [Fact]
    public async Task The_page_of_the_activation_is_clean_and_nothing_overflows()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var amina = new Visitor(window, org);
        await HandOutAsync(org, TokenState.Assigned);
        await amina.SignInAsync(org.Amina);
        await amina.SeeAsync("Activate your hardware token");
        await Looks.AssertGoodAsync(window.Page, "activation");
        await window.Page.GetByLabel("MFA code 1").FillAsync("111111");
        await window.Page.GetByLabel("MFA code 2").FillAsync("222222");
        await amina.PressAsync("Activate token");
        await amina.SeeAsync("The token was not activated");
        await Looks.AssertGoodAsync(window.Page, "refused activation");
        await HandOutAsync(org, TokenState.Available);
        await window.Page.GotoAsync("/signin/activate-token");
        await amina.SeeAsync("There is no token to activate");
        await Looks.AssertGoodAsync(window.Page, "token taken back");
    }

    // What the tokens page does; its own journey is another test's.
    private static async Task HandOutAsync(Organisation org, TokenState state)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(ct);
        var amina = await db.Users.SingleAsync(u => u.Name == org.Amina.Name && u.AccountId == org.Lumen.AccountId, ct);
        var holder = state is TokenState.Assigned ? amina.Id : null;
        var account = holder is null ? null : amina.AccountId;
        await db.HardwareTokens.Where(t => t.Serial == org.FreeToken.Identifier).ExecuteUpdateAsync(
            s => s.SetProperty(t => t.State, state).SetProperty(t => t.UserId, holder).SetProperty(t => t.AccountId, account), ct);
    }

    private static async Task<TokenState> StateAsync(Organisation org)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(ct);
        return await db.HardwareTokens.Where(t => t.Serial == org.FreeToken.Identifier).Select(t => t.State).SingleAsync(ct);
    }
}
