using System.Net;
using IamConsole.Core;
using IamConsole.Core.AccountOpening;
using IamConsole.Core.Accounts;
using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.Sessions;
using Xunit;
using SetupCode = IamConsole.Web.Hosting.SetupCode;

namespace IamConsole.Tests.Web.SignIn;

/// <summary>A form that cannot be taken is answered with words and a way on, never with a blank page.</summary>
public sealed class RefusedFormTests
{
    private const string Email = "owner@lumen-labs.example";
    private const string Password = "correct horse staple";

    [Fact]
    public async Task A_code_that_comes_after_the_sign_in_has_ended_leads_to_the_page_that_says_so()
    {
        await using var server = new ConsoleServer();
        using var client = new RawClient(server.Url);
        var page = await client.GetAsync("/signin");

        var answer = await client.SubmitAsync(page, new() { ["_handler"] = "mfa-code", ["Input.Code"] = "123456" }, "/signin/mfa");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.EndsWith("/signin/ended?why=PendingEnded", answer.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/signin")]
    [InlineData("/signin/cancel")]
    [InlineData("/signout")]
    public async Task A_form_without_its_token_is_refused_in_words(string path)
    {
        await using var server = new ConsoleServer();
        using var client = new RawClient(server.Url);

        var answer = await client.PostAsync(path, new() { ["_handler"] = "signin" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("The form was not accepted", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_set_up_code_is_an_error_at_its_field_and_loses_nothing()
    {
        await using var server = new ConsoleServer();
        using var client = new RawClient(server.Url);
        var page = await client.GetAsync("/setup?code=" + server.Get<SetupCode>().Reveal());

        var answer = await client.SubmitAsync(page, new() { ["Input.Name"] = "Lumen Labs", ["Input.SetupCode"] = "AAAA-AAAA-AAAA-AAAA" });

        Assert.Contains(AccountOpeningErrors.WrongCode.Message, answer.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"Lumen Labs\"", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_up_without_the_code_is_refused_even_as_a_form()
    {
        await using var server = new ConsoleServer();
        using var client = new RawClient(server.Url);
        var page = await client.GetAsync("/signin");

        var answer = await client.SubmitAsync(page, new() { ["_handler"] = "setup", ["Input.Name"] = "Lumen Labs" }, "/setup");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.True(await server.Get<OpenAccount>().IsNeededAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_new_sign_in_ends_the_session_that_the_browser_had()
    {
        await using var server = new ConsoleServer();
        await OpenAsync(server);
        using var client = new RawClient(server.Url);
        await SignInAsRootAsync(client, "mfa-skip");
        using var copy = new RawClient(server.Url);
        copy.Cookies[ConsoleCookies.Session] = client.Cookies[ConsoleCookies.Session];
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/")).Status);

        await SignInAsRootAsync(client, "mfa-skip");

        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_session_for_registering_a_device_leads_to_that_page_alone()
    {
        await using var server = new ConsoleServer();
        await OpenAsync(server);
        using var client = new RawClient(server.Url);
        await SignInAsRootAsync(client, "mfa-register");

        var answer = await client.GetAsync("/users");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.EndsWith("/register-mfa", answer.Location, StringComparison.Ordinal);
    }

    private static async Task SignInAsRootAsync(RawClient client, string handler)
    {
        // Whoever is signed in gets no sign-in page; the token of another form does as well.
        var page = await client.GetAsync(client.Cookies.ContainsKey(ConsoleCookies.Session) ? "/signin/confirm" : "/signin/root");
        var answer = await client.SubmitAsync(
            page, new() { ["_handler"] = "root-password", ["Input.Email"] = Email, ["Input.Password"] = Password }, "/signin/root");
        Assert.EndsWith("/signin/register-mfa", answer.Location, StringComparison.Ordinal);
        page = await client.GetAsync("/signin/register-mfa");
        answer = await client.SubmitAsync(page, new() { ["_handler"] = handler }, "/signin/register-mfa");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }

    private static async Task OpenAsync(ConsoleServer server)
    {
        var wanted = new NewAccount("Lumen Labs", null, Partition.Aws, "DE", Email, Password);
        var opened = await server.Get<OpenAccount>().RunAsync(wanted, ClientInfo.Operator, onlyIfFirst: true, TestContext.Current.CancellationToken);
        Assert.True(opened.Succeeded);
    }
}
