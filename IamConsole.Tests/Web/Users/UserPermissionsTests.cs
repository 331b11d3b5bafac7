using Bunit;
using IamConsole.Core.Groups;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Policies;
using IamConsole.Web.Users;
using Microsoft.AspNetCore.Components;
using UserPage = IamConsole.Web.Users.UserPage;

namespace IamConsole.Tests.Web.Users;

public sealed class UserPermissionsTests
{
    private const string Document = """
        { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*" }] }
        """;

    [Fact]
    public async Task Each_policy_says_where_it_comes_from()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "field-team", IamScenario.Ct)).Ok();
        (await iam.Get<AddUserToGroup>().RunAsync(root.Caller, "field-team", alice.UserId, IamScenario.Ct)).Ok();
        (await iam.Get<AttachGroupPolicy>().RunAsync(root.Caller, "field-team", IamScenario.Administrator(), IamScenario.Ct)).Ok();
        (await iam.Get<PutInlinePolicy>().RunAsync(root.Caller, InlineOwner.User(alice.UserId), "own", Document, IamScenario.Ct)).Ok();
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = Render(web, "alice");
        page.WaitForAssertion(() => Assert.Equal(
            ["own|Inline|Inline", "SelfManageSignIn|Built-in|Directly", "AdministratorAccess|Built-in|Group field-team"],
            page.FindAll("[aria-label='Permissions policies'] tbody tr").Select(row =>
                $"{(row.QuerySelector("summary") ?? row.QuerySelector("a"))!.TextContent}|{row.Children[1].TextContent}|{row.Children[2].TextContent.Trim()}")));

        // What comes from a group is removed there.
        Assert.Empty(page.FindAll("[aria-label='Remove AdministratorAccess']"));
        Assert.Equal("/users/alice/inline-policy?name=own", page.Find("[aria-label='Edit own']").GetAttribute("href"));
    }

    [Fact]
    public async Task A_policy_is_attached_from_a_list_without_those_that_are()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = Render(web, "alice");

        page.WaitForAssertion(() => Press(page, "Add permissions"));
        page.WaitForElement("dialog input[type=radio]");
        Assert.DoesNotContain("SelfManageSignIn", page.FindAll("dialog strong").Select(s => s.TextContent));
        page.Find($"dialog input[value='{IamScenario.Administrator()}']").Change("on");
        await page.Find("dialog form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("AdministratorAccess", page.FindAll("tbody a").Select(a => a.TextContent)));
        Assert.Equal("Policy AdministratorAccess attached to alice.", Assert.Single(web.Flashes).Text);
    }

    [Fact]
    public async Task The_last_administrator_without_root_stays_one_and_reads_why()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, first) = await iam.SignedInRootAsync(IamConsole.Core.Accounts.Partition.AwsUsGov);
        await using var web = await SignedInContext.OfAsync(iam, first);
        var page = Render(web, "first-admin");

        page.WaitForElement("[aria-label='Remove AdministratorAccess']").Click();
        page.WaitForElement("dialog form");
        await page.Find("dialog form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("last administrator", page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_inline_policy_is_edited_on_its_page()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        (await iam.Get<PutInlinePolicy>().RunAsync(root.Caller, InlineOwner.User(alice.UserId), "own", Document, IamScenario.Ct)).Ok();
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo("/users/alice/inline-policy?name=own");
        var page = web.Render<InlinePolicyPage>(p => p.Add(e => e.UserName, "alice"));

        page.WaitForElement("textarea").Change(Document.Replace("ListUsers", "ListGroups", StringComparison.Ordinal));
        await page.Find("form.page").SubmitAsync();

        page.WaitForAssertion(() => Assert.EndsWith("/users/alice?tab=permissions", web.Address, StringComparison.Ordinal));
        var policies = (await iam.Get<ListUserPolicies>().RunAsync(root.Caller, alice.UserId, IamScenario.Ct)).Ok();
        Assert.Contains("ListGroups", Assert.Single(policies, p => p.IsInline).Document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_are_written_as_a_whole_and_script_in_them_is_text()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = Render(web, "alice");

        page.WaitForAssertion(() => Press(page, "Manage tags"));
        page.WaitForElement("[aria-label='Key of tag 1']").Change("team");
        page.Find("[aria-label='Value of tag 1']").Change("<script>alert(1)</script>");
        await page.Find("form.stack").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("&lt;script&gt;alert(1)", page.Find("[aria-label='Tags'] tbody").InnerHtml, StringComparison.Ordinal));
        Assert.Equal("<script>alert(1)</script>", (await iam.Get<ListUserTags>().RunAsync(root.Caller, alice.UserId, IamScenario.Ct)).Ok()["team"]);
    }

    [Fact]
    public async Task A_user_joins_and_leaves_a_group()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "field-team", IamScenario.Ct)).Ok();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = Render(web, "alice");

        page.WaitForAssertion(() => Press(page, "Add to group"));
        page.WaitForElement("dialog select").Change("field-team");
        await page.Find("dialog form").SubmitAsync();
        page.WaitForElement("[aria-label='Remove from field-team']").Click();
        page.WaitForElement("dialog form");
        await page.Find("dialog form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("In no group", page.Markup, StringComparison.Ordinal));
    }

    private static IRenderedComponent<IamConsole.Web.Users.UserPage> Render(SignedInContext web, string name)
    {
        web.GoTo($"/users/{name}?tab=permissions");
        var page = web.Render<UserPage>(p => p.Add(u => u.UserName, name));
        page.WaitForElement(".arn");
        return page;
    }

    private static void Press<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").First(b => b.TextContent == text).Click();
}
