using Bunit;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Policies;

namespace IamConsole.Tests.Web.Policies;

public sealed class ReplayCheckTests
{
    private const string DenyListing = """
        { "Version": "2012-10-17", "Statement": [{ "Sid": "NoListing", "Effect": "Deny", "Action": "iam:ListUsers", "Resource": "*" }] }
        """;

    [Fact]
    public async Task Shows_how_far_it_is_then_whom_the_policy_would_have_stopped()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await ListUsersAsAsync(iam, await iam.AdministratorAsync(account, root, "carla"));
        await using var web = await SignedInContext.OfAsync(iam, root);
        var check = web.Render<ReplayCheck>(p => p.Add(c => c.Document, DenyListing).Add(c => c.ChoosesAudience, true));

        check.FindAll("button").Single(b => b.TextContent == "Check").Click();
        check.WaitForElement("progress");
        await iam.RunJobsAsync();
        iam.Clock.Advance(TimeSpan.FromSeconds(1));

        check.WaitForAssertion(() => Assert.Contains("1 user would have been stopped", check.Markup, StringComparison.Ordinal));
        var cells = check.FindAll("tbody td").Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal(["carla", "iam:ListUsers"], cells[..2]);
        Assert.Equal("Draft: NoListing", cells[5]);
    }

    [Fact]
    public async Task Whoever_left_the_page_finds_the_check_again_and_its_document()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await ListUsersAsAsync(iam, await iam.AdministratorAsync(account, root, "carla"));
        (await iam.Get<ReplayPolicy>().RunAsync(root.Caller, new PolicyDraft(DenyListing, null, null, null), IamScenario.Ct)).Ok();
        await using var web = await SignedInContext.OfAsync(iam, root);
        string? restored = null;
        var check = web.Render<ReplayCheck>(p => p.Add(c => c.Document, "{}").Add(c => c.ChoosesAudience, true)
            .Add(c => c.OnRestore, document => restored = document));
        check.WaitForElement("progress");
        await iam.RunJobsAsync();
        iam.Clock.Advance(TimeSpan.FromSeconds(1));

        check.WaitForAssertion(() => Assert.Contains("The document has changed since this check", check.Markup, StringComparison.Ordinal));
        check.FindAll("button").Single(b => b.TextContent == "Bring back the checked document").Click();
        check.WaitForAssertion(() => Assert.Equal(DenyListing, restored));
    }

    [Fact]
    public async Task A_malformed_document_is_refused_at_once()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var check = web.Render<ReplayCheck>(p => p.Add(c => c.Document, "{").Add(c => c.ChoosesAudience, true));

        check.FindAll("button").Single(b => b.TextContent == "Check").Click();

        check.WaitForAssertion(() => Assert.Contains("(line 1, column", check.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    private static async Task ListUsersAsAsync(IamScenario iam, Person person)
    {
        var session = await iam.SignInAsync(person);
        (await iam.Get<ListUsers>().RunAsync(session.Caller, new UserQuery(), IamScenario.Ct)).Ok();
    }
}
