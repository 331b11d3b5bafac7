using Bunit;
using IamConsole.Core.Accounts;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.Groups;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.AccountSettings;

namespace IamConsole.Tests.Web.AccountSettings;

public sealed class EditSecurityKeyPolicyPageTests
{
    [Fact]
    public async Task A_choice_says_first_whose_keys_it_would_not_let_in_and_is_stored_when_it_is_saved()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        var device = await iam.RegisterKeyAsync(root, alice.UserId, "desk-key", [1]);
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = Rendered(web);

        Assert.Contains("Every registered key meets this policy", page.Find(".alert").TextContent, StringComparison.Ordinal);
        Select(page, "Lowest FIDO certification", "L2");
        Assert.Contains("1 key of 1 user could not be registered any more", page.Find(".alert").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/users/alice/devices/{device.Id}", page.Find(".alert a").GetAttribute("href"));
        Assert.Contains("Required, because models or certifications are chosen", page.Markup, StringComparison.Ordinal);
        Assert.Equal(FidoLevel.None, (await PolicyAsync(iam, root)).Rule.LowestFido);

        await page.Find("form.page").SubmitAsync();

        page.WaitForAssertion(() => Assert.EndsWith("/account-settings", web.Address, StringComparison.Ordinal));
        var kept = (await PolicyAsync(iam, root)).Rule;
        Assert.Equal((FidoLevel.L2, AttestationDemand.Required), (kept.LowestFido, kept.Attestation));
    }

    [Fact]
    public async Task Models_are_chosen_by_name_or_by_aaguid_and_what_is_neither_is_told_at_the_field()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = Rendered(web);

        Select(page, "Models", "Only");
        Assert.Empty(page.FindAll(".field-error span"));
        await page.Find("form.page").SubmitAsync();
        Assert.Equal(AccountSettingsErrors.NoModel.Message, page.Find(".field-error span").TextContent);
        Add(page, "my key");
        Assert.Equal(AccountSettingsErrors.InvalidModel.Message, page.Find(".field-error span").TextContent);
        Add(page, "yubikey 5 nfc");
        Assert.Equal(2, page.FindAll(".model").Count);
        page.Find("button[aria-label^='Remove YubiKey 5 NFC']").Click();
        page.Find("input[list]").Change("{01020304-0506-0708-0102-030405060708}");
        await page.Find("form.page").SubmitAsync();

        page.WaitForAssertion(() => Assert.EndsWith("/account-settings", web.Address, StringComparison.Ordinal));
        var kept = (await PolicyAsync(iam, root)).Rule.Models;
        Assert.Equal(["YubiKey 5 NFC", "01020304-0506-0708-0102-030405060708"], kept.Select(m => m.Name));
    }

    [Fact]
    public async Task A_group_gets_a_rule_of_its_own_once()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "admins", IamScenario.Ct)).Ok();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = Rendered(web);

        Select(page, "Group", "admins");
        page.FindAll("button").Single(b => b.TextContent.Trim() == "Add rule").Click();
        page.WaitForElement("section[aria-label='Rule for group admins']");
        Assert.DoesNotContain(page.FindAll("option"), o => o.TextContent == "admins");
        page.FindAll("section[aria-label='Rule for group admins'] label.check").Single(l => l.TextContent == "Device-bound keys only").QuerySelector("input")!.Change(true);
        page.FindAll("label.check").Single(l => l.TextContent == "REVOKED").QuerySelector("input")!.Change(false);
        page.FindAll("label.check").Single(l => l.TextContent == "Warn only").QuerySelector("input")!.Change(true);
        await page.Find("form.page").SubmitAsync();

        page.WaitForAssertion(() => Assert.EndsWith("/account-settings", web.Address, StringComparison.Ordinal));
        var kept = await PolicyAsync(iam, root);
        Assert.Equal(("admins", false, AttestationDemand.None), (kept.Groups[0].Group, kept.Groups[0].Rule.AllowsSynced, kept.Groups[0].Rule.Attestation));
        Assert.Equal((KeyResponse.Warn, 0, true), (kept.FallingCounter, kept.RefusedStatuses.Count, kept.Rule.AllowsSynced));
    }

    [Fact]
    public async Task The_settings_page_sums_it_up_and_who_may_not_change_it_sees_no_button()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "admins", IamScenario.Ct)).Ok();
        (await iam.Get<UpdateSecurityKeyPolicy>().RunAsync(root.Caller, new WantedSecurityKeyPolicy(new SecurityKeyPolicy
        {
            Rule = new SecurityKeyRule { AllowsSynced = false },
            Groups = [new GroupKeyRule("admins", new SecurityKeyRule { LowestFips = FipsLevel.L2 })],
        }), IamScenario.Ct)).Ok();
        await using var web = await SignedInContext.OfAsync(iam, await iam.ReaderAsync(account, root));

        var page = web.Render<AccountSettingsPage>();
        page.WaitForAssertion(() => Assert.Contains("admins: attestation, FIPS 140 level 2 or higher", page.Markup.Replace("<strong>", "", StringComparison.Ordinal).Replace("</strong>", "", StringComparison.Ordinal), StringComparison.Ordinal));

        Assert.Contains(page.FindAll(".status-inactive"), s => s.TextContent.Trim() == "Synced passkeys");
        Assert.Empty(page.FindAll("a[href='/account-settings/security-key-policy']"));
        var form = web.Render<EditSecurityKeyPolicyPage>();
        form.WaitForAssertion(() => Assert.Contains("iamconsole:UpdateSecurityKeyPolicy", form.Markup, StringComparison.Ordinal));
    }

    private static IRenderedComponent<EditSecurityKeyPolicyPage> Rendered(SignedInContext web)
    {
        var page = web.Render<EditSecurityKeyPolicyPage>();
        page.WaitForElement(".check-field");
        return page;
    }

    private static void Select(IRenderedComponent<EditSecurityKeyPolicyPage> page, string label, string value) =>
        page.FindAll(".field").First(f => f.QuerySelector(".field-label")?.TextContent == label).QuerySelector("select")!.Change(value);

    private static void Add(IRenderedComponent<EditSecurityKeyPolicyPage> page, string text)
    {
        page.Find("input[list]").Change(text);
        page.FindAll("button").Single(b => b.TextContent.Trim() == "Add model").Click();
    }

    private static async Task<SecurityKeyPolicy> PolicyAsync(IamScenario iam, SignedIn by) =>
        (await iam.Get<MeasureSecurityKeyPolicy>().RunAsync(by.Caller, null, IamScenario.Ct)).Ok().Policy;
}
