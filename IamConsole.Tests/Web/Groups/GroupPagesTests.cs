using Bunit;
using IamConsole.Core.Groups;
using IamConsole.Core.Policies;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Groups;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Tests.Web.Groups;

public sealed class GroupPagesTests
{
    [Fact]
    public async Task A_group_is_created_in_a_dialog_that_keeps_what_was_typed()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "field-team", IamScenario.Ct)).Ok();
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo("/groups");
        var page = web.Render<GroupsPage>();
        page.WaitForAssertion(() => Assert.Equal("field-team", page.Find("tbody a").TextContent));

        Press(page, "Create group");
        page.WaitForElement("dialog input").Change("Field-Team");
        await page.Find("dialog form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("already exists", page.Find("dialog .field-error").TextContent, StringComparison.Ordinal));
        page.Find("dialog input").Change("office-team");
        await page.Find("dialog form").SubmitAsync();

        page.WaitForAssertion(() => Assert.EndsWith("/groups/office-team", web.Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Members_come_by_name_and_go_by_a_confirmation()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "bob");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = await OpenAsync(iam, root, web);

        Press(page, "Add user");
        page.WaitForElement("dialog input").Change("nobody");
        await page.Find("dialog form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("cannot be found", page.Find("dialog .field-error").TextContent, StringComparison.Ordinal));
        page.Find("dialog input").Change("bob");
        await page.Find("dialog form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("/users/bob", page.FindAll("tbody a").Select(a => a.GetAttribute("href"))));

        page.Find("[aria-label='Remove bob']").Click();
        page.WaitForElement("dialog form");
        await page.Find("dialog form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("No users", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_click_requires_MFA_of_all_members()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = await OpenAsync(iam, root, web);

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), b => b.TextContent == "Require MFA"));
        Press(page, "Require MFA");

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("tbody a"), a => a.TextContent == BuiltInPolicies.DenyRestWithoutMfa));
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent == "Require MFA");
    }

    [Fact]
    public async Task A_group_is_deleted_after_its_name_was_typed()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = await OpenAsync(iam, root, web);

        Press(page, "Delete");
        page.WaitForElement("dialog input").Input("field-team");
        await page.Find("dialog form").SubmitAsync();

        page.WaitForAssertion(() => Assert.EndsWith("/groups", web.Address, StringComparison.Ordinal));
        Assert.Empty((await iam.Get<ListGroups>().RunAsync(root.Caller, IamScenario.Ct)).Ok());
    }

    [Fact]
    public async Task Who_manages_only_himself_sees_no_groups()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        await using var web = await SignedInContext.OfAsync(iam, await iam.SignInAsync(bob));

        var page = web.Render<GroupsPage>();

        page.WaitForAssertion(() => Assert.Contains("iam:ListGroups", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_only_read_sees_what_he_would_need_to_change_something()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, await iam.ReaderAsync(account, root));

        var page = web.Render<GroupsPage>();

        page.WaitForAssertion(() => Assert.Equal(
            ["You need iam:DeleteGroup", "You need iam:CreateGroup", "You need iam:CreateGroup"],
            page.FindAll("[role=tooltip]").Select(t => t.TextContent)));
        Press(page, "Create group");
        Assert.Empty(page.FindAll("dialog input"));
    }

    private static async Task<IRenderedComponent<GroupPage>> OpenAsync(IamScenario iam, SignedIn by, SignedInContext web)
    {
        (await iam.Get<CreateGroup>().RunAsync(by.Caller, "field-team", IamScenario.Ct)).Ok();
        web.GoTo("/groups/field-team");
        var page = web.Render<GroupPage>(p => p.Add(g => g.GroupName, "field-team"));
        page.WaitForElement(".arn");
        return page;
    }

    private static void Press<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").First(b => b.TextContent == text).Click();
}
