using Bunit;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.MfaDevices;

namespace IamConsole.Tests.Web.MfaDevices;

public sealed class SecurityCredentialsPageTests
{
    [Fact]
    public async Task Root_is_warned_without_a_device_and_with_only_one()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await using (var web = await SignedInContext.OfAsync(iam, root))
        {
            var page = web.Render<SecurityCredentialsPage>();
            Assert.Contains("You have no MFA device", page.WaitForElement(".alert-warning").TextContent, StringComparison.Ordinal);
            Assert.Equal("My security credentials (root user)", page.Find("h1").TextContent.Trim());
            Assert.Contains(account.Root.RootEmail!, page.Markup, StringComparison.Ordinal);
        }

        await iam.AssignAppAsync(root, root.UserId, "safe-phone");
        await using var later = await SignedInContext.OfAsync(iam, root);
        Assert.Contains("Only one MFA device", later.Render<SecurityCredentialsPage>().WaitForElement(".alert-warning").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_ones_own_password_and_says_what_is_wrong_with_it()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        await using var web = await SignedInContext.OfAsync(iam, await iam.SignInAsync(alice));
        var page = web.Render<SecurityCredentialsPage>();
        page.WaitForElement(".arn");
        page.FindAll("button").First(b => b.TextContent.Trim() == "Change password").Click();
        page.WaitForElement("#change-password");

        await TypeAsync(page, IamScenario.Password, "a new long passphrase", "another one");
        Assert.Contains("differ", page.Find("#change-password").TextContent, StringComparison.Ordinal);
        await TypeAsync(page, "wrong", "a new long passphrase", "a new long passphrase");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#change-password .field-error svg, #change-password [role=alert]")));
        await TypeAsync(page, IamScenario.Password, "a new long passphrase", "a new long passphrase");

        page.WaitForAssertion(() => Assert.Contains("Your password is changed", Assert.Single(web.Flashes).Text, StringComparison.Ordinal));
        Assert.True((await iam.TypePasswordAsync(new Credentials(account.Id, "alice", null, "a new long passphrase"))).Succeeded);
    }

    private static Task TypeAsync(IRenderedComponent<SecurityCredentialsPage> page, params string[] typed)
    {
        for (var i = 0; i < typed.Length; i++) page.FindAll("#change-password input")[i].Input(typed[i]);
        return page.Find("#change-password").SubmitAsync();
    }
}
