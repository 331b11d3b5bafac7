using Bunit;
using IamConsole.Core.Policies;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Policies;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Tests.Web.Policies;

public sealed class PolicyPagesTests
{
    private const string DenyDeletion = """
        { "Version": "2012-10-17", "Statement": [{ "Sid": "NoDeletion", "Effect": "Deny", "Action": "iam:DeleteUser", "Resource": "*" }] }
        """;

    [Fact]
    public async Task Lists_and_filters_policies_of_both_types()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await CreateAsync(iam, root, "field-rules");
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo("/policies?type=customer");
        var page = web.Render<PoliciesPage>();
        page.WaitForAssertion(() => Assert.Equal(["field-rules"], page.FindAll("tbody a").Select(a => a.TextContent)));

        page.Find("select").Change("built-in");
        page.WaitForAssertion(() => Assert.Equal(BuiltInPolicies.All.Count, page.FindAll("tbody tr").Count));
        page.Find("input[type=search]").Change("READ");
        page.WaitForAssertion(() => Assert.Equal(["IAMReadOnlyAccess"], page.FindAll("tbody a").Select(a => a.TextContent)));
        Assert.EndsWith("/policies?q=READ&type=built-in", web.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_that_is_attached_is_not_deleted_and_says_why()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        var arn = await CreateAsync(iam, root, "field-rules");
        (await iam.Get<AttachUserPolicy>().RunAsync(root.Caller, bob.UserId, arn, IamScenario.Ct)).Ok();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<PoliciesPage>();
        page.WaitForElement("tbody tr");

        page.Find("[aria-label='Select field-rules']").Change("on");
        page.FindAll(".header-actions button").Single(b => b.TextContent == "Delete").Click();
        page.WaitForElement("dialog input").Input("field-rules");
        await page.Find("dialog form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Cannot delete a policy attached", page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_only_read_sees_what_he_would_need_to_change_something()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, await iam.ReaderAsync(account, root));

        var page = web.Render<PoliciesPage>();

        page.WaitForAssertion(() => Assert.Equal(
            ["You need iam:DeletePolicy", "You need iam:CreatePolicy"], page.FindAll(".header-actions [role=tooltip]").Select(t => t.TextContent)));
    }

    [Fact]
    public async Task A_new_policy_begins_as_a_copy_and_its_errors_stand_at_their_fields()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo("/policies/create");
        var page = web.Render<CreatePolicyPage>();
        page.WaitForElement("textarea");
        page.FindAll("select")[0].Change(BuiltInPolicies.DenyRestWithoutMfa);
        Assert.Equal(Document(BuiltInPolicies.DenyRestWithoutMfa), page.Find("textarea").GetAttribute("value"));

        page.FindAll("input")[0].Change("no spaces please");
        await page.Find("form.page").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Use 1 to 128 letters", page.Find(".field-error").TextContent, StringComparison.Ordinal));
        page.FindAll("input")[0].Change("my-copy");
        page.Find("textarea").Change("{");
        await page.Find("form.page").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("(line 1, column", page.Markup, StringComparison.Ordinal));
        Assert.Equal("true", page.Find("textarea").GetAttribute("aria-invalid"));

        page.Find("textarea").Change(DenyDeletion);
        await page.Find("form.page").SubmitAsync();
        page.WaitForAssertion(() => Assert.EndsWith("/policies/my-copy", web.Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_somebody_else_wrote_meanwhile_is_not_overwritten()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        var arn = await CreateAsync(iam, root, "field-rules");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<EditPolicyPage>(p => p.Add(e => e.PolicyName, "field-rules"));
        page.WaitForElement("textarea");
        var theirs = DenyDeletion.Replace("NoDeletion", "Theirs", StringComparison.Ordinal);
        (await iam.Get<UpdatePolicy>().RunAsync(root.Caller, arn, 1, theirs, IamScenario.Ct)).Ok();

        page.Find("textarea").Change(DenyDeletion.Replace("NoDeletion", "Ours", StringComparison.Ordinal));
        await page.Find("form.page").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("changed in the meantime", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Ours", page.Find("textarea").GetAttribute("value"), StringComparison.Ordinal);
        Assert.Equal(theirs, (await iam.Get<GetPolicy>().RunAsync(root.Caller, "field-rules", IamScenario.Ct)).Ok().Document);
    }

    [Fact]
    public async Task An_old_proof_is_renewed_before_a_document_is_typed()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        iam.Clock.Advance(TimeSpan.FromMinutes(11));
        web.GoTo("/policies/create");

        web.Render<CreatePolicyPage>();

        Assert.Contains("/signin/confirm?returnUrl=%2Fpolicies%2Fcreate%3Fresume%3D", web.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_is_attached_and_detached_on_its_page()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "bob");
        await CreateAsync(iam, root, "field-rules");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<PolicyPage>(p => p.Add(e => e.PolicyName, "field-rules"));
        page.WaitForElement(".policy-line");

        Press(page, "Attach");
        page.WaitForElement("dialog select").Change("user");
        page.Find("dialog input").Change("nobody");
        await page.Find("dialog form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("cannot be found", page.Find("dialog").TextContent, StringComparison.Ordinal));
        page.Find("dialog input").Change("bob");
        await page.Find("dialog form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("bob", page.Find("tbody a").TextContent));

        Press(page, "Detach");
        page.WaitForElement("dialog form");
        await page.Find("dialog form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Attached to nobody", page.Markup, StringComparison.Ordinal));
    }

    private static string Document(string name) => BuiltInPolicies.Find(name)!.Text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static async Task<string> CreateAsync(IamScenario iam, SignedIn by, string name) =>
        (await iam.Get<CreatePolicy>().RunAsync(by.Caller, name, null, DenyDeletion, IamScenario.Ct)).Ok();

    private static void Press<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").First(b => b.TextContent == text).Click();
}
