using Bunit;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Users;

namespace IamConsole.Tests.Web.Users;

public sealed class CreateUserPageTests
{
    [Fact]
    public async Task Shows_a_generated_password_once_and_it_signs_in()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<CreateUserPage>();

        page.Find("input.input").Change("alice");
        await page.Find("form").SubmitAsync();

        page.WaitForElement("code");
        var password = page.Find("code").TextContent;
        Assert.Contains($"https://console.example/{account.Id}/signin", page.Markup, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("[data-copy]"), copy => copy.GetAttribute("data-copy") == password);
        var begun = (await iam.TypePasswordAsync(new Credentials(account.Id, "alice", null, password))).Ok();
        Assert.Equal(SignInNext.ChangePassword, begun.Step.Next);

        page.FindAll("button").Single(b => b.TextContent == "Create another user").Click();
        Assert.DoesNotContain(password, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field_and_keeps_what_was_typed()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<CreateUserPage>();

        page.Find("input.input").Change("ALICE");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("User with name ALICE already exists.", page.Find(".field-error span").TextContent));
        var name = page.Find("input[aria-invalid=true]");
        Assert.Equal("ALICE", name.GetAttribute("value"));
        Assert.Contains(page.Find(".field-error:not(:empty)").Id!, name.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task A_common_password_is_refused_at_the_password()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<CreateUserPage>();

        page.Find("input.input").Change("alice");
        page.FindAll("input[type=radio]")[1].Change("on");
        page.Find("input[type=password]").Change("password");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("true", page.Find("input[type=password]").GetAttribute("aria-invalid")));
        Assert.Contains("common passwords", page.Find(".custom-password .field-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_console_access_no_password_is_asked_or_made()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<CreateUserPage>();

        page.Find("input.input").Change("robot");
        page.FindAll("input[type=checkbox]")[0].Change(false);
        Assert.Empty(page.FindAll("input[type=radio]"));
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("User created", page.Find("h1").TextContent));
        Assert.Empty(page.FindAll("code"));
        Assert.Null(await iam.ReadAsync(db => Task.FromResult(db.Users.Single(u => u.Name == "robot").PasswordHash)));
    }

    [Fact]
    public async Task Who_may_not_create_users_is_told_before_typing()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        await using var web = await SignedInContext.OfAsync(iam, await iam.SignInAsync(bob));

        var page = web.Render<CreateUserPage>();

        page.WaitForAssertion(() => Assert.Contains("iam:CreateUser", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form"));
    }
}
