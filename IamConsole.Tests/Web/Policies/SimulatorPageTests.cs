using Bunit;
using IamConsole.Core.Policies;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Policies;

namespace IamConsole.Tests.Web.Policies;

public sealed class SimulatorPageTests
{
    [Fact]
    public async Task Names_the_decision_the_policy_and_the_statement_and_the_keys_that_were_missing()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        const string byAge = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "FreshOnly", "Effect": "Deny", "Action": "iam:DeleteUser", "Resource": "*",
                  "Condition": { "NumericGreaterThanIfExists": { "aws:MultiFactorAuthAge": "600" } }
                },
                { "Effect": "Allow", "Action": "iam:DeleteUser", "Resource": "*" }
              ]
            }
            """;
        (await iam.Get<PutInlinePolicy>().RunAsync(root.Caller, InlineOwner.User(bob.UserId), "by-age", byAge, IamScenario.Ct)).Ok();
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo("/policy-simulator?user=bob");
        var page = web.Render<SimulatorPage>();

        page.FindAll("input")[1].Change("iam:DeleteUser");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("Explicit deny", page.Find(".status").TextContent.Trim()));
        Assert.Contains("by-age", page.Markup, StringComparison.Ordinal);
        Assert.Contains("FreshOnly", page.Markup, StringComparison.Ordinal);
        Assert.Contains("aws:MultiFactorAuthAge", page.Find(".alert-info").TextContent, StringComparison.Ordinal);

        page.FindAll("button").Single(b => b.TextContent == "MFA age").Click();
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("Allowed", page.Find(".status").TextContent.Trim()));
    }

    [Fact]
    public async Task An_unknown_user_and_a_missing_action_are_said_at_their_fields()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<SimulatorPage>();

        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Enter an action.", page.Markup, StringComparison.Ordinal));
        page.FindAll("input")[0].Change("nobody");
        page.FindAll("input")[1].Change("iam:GetUser");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("cannot be found", page.Find(".field-error").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_simulate_reads_why()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        await using var web = await SignedInContext.OfAsync(iam, await iam.SignInAsync(bob));

        var page = web.Render<SimulatorPage>();

        page.WaitForAssertion(() => Assert.Contains("iam:SimulatePrincipalPolicy", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form"));
    }
}
