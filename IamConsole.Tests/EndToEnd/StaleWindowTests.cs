using System.Text.Json;
using System.Text.RegularExpressions;
using IamConsole.Core.Policies;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Security bar T30 by circuit: the service refuses, whatever control a page still shows.</summary>
public sealed class StaleWindowTests(ChromiumBrowser browser)
{
    private static readonly string[] OfAdministrators =
    [
        "/users", "/users/create", "/users/maria.sousa", "/users/maria.sousa/assign-mfa", "/users/maria.sousa/inline-policy", "/groups",
        "/policies", "/policies/create", "/policy-simulator", "/account-settings", "/account-settings/mfa-policy",
        "/account-settings/password-policy", "/credential-report", "/notices", "/audit-events",
    ];

    [Fact]
    public async Task T30_every_prepared_control_of_an_administrator_is_refused_once_the_rights_are_gone()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        await new Visitor(window, org).SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        (string Action, ILocator Button)[] prepared =
        [
            ("iam:DeleteUser", await TypedAsync(await OpenAsync("/users/amina.diallo"), "Delete", "amina.diallo", "Delete user")),
            ("iam:CreateUser", await FilledAsync(await OpenAsync("/users/create"), "User name", "mallory", "Create user")),
            ("iam:CreateGroup", await GroupAsync(await OpenAsync("/groups"))),
            ("iam:CreateAccountAlias", await AliasAsync(await OpenAsync("/account-settings"))),
            ("iamconsole:UpdateMFAPolicy", await RequiredAsync(await OpenAsync("/account-settings/mfa-policy"))),
            ("iam:ListUsers", await BulkAsync(await OpenAsync("/users?sort=mfa"))),
            ("iam:DeactivateMFADevice", await DeviceAsync(await OpenAsync("/users/chen.yulan"))),
            ("iam:AttachUserPolicy", await PolicyAsync(await OpenAsync("/users/amina.diallo?tab=permissions"))),
        ];

        await org.MayAsync(org.Maria, BuiltInPolicies.SelfManageSignIn);
        var last = await LastAsync(org);
        foreach (var (action, button) in prepared)
        {
            await button.ClickAsync();

            // In one sentence or in its parts, as the page has room.
            await button.Page.GetByText(new Regex($"(^|is not authorized to perform: ){action}")).Locator("visible=true").First.WaitForAsync();
        }

        // Whatever changes anything has a row of its own in the trail: there is none but refusals.
        var since = await org.InDatabaseAsync(db => db.AuditEvents.Where(e => e.Sequence > last)
            .Select(e => new { e.Reason, e.ActorName, e.Details }).ToListAsync(TestContext.Current.CancellationToken));
        Assert.All(since, row => Assert.Equal(("AccessDenied", org.Maria.Name), (row.Reason, row.ActorName)));
        var refused = since.Select(row => JsonDocument.Parse(row.Details!).RootElement.GetProperty("action").GetString()).ToHashSet();
        Assert.All(prepared, p => Assert.Contains(p.Action, refused));

        async Task<IPage> OpenAsync(string path)
        {
            var page = await window.Page.Context.NewPageAsync();
            await page.GotoAsync(path);
            await page.Locator("[data-interactive=true]").WaitForAsync();
            return page;
        }
    }

    [Fact]
    public async Task T30_who_may_nothing_sees_a_refusal_and_nothing_to_operate_on_the_pages_of_administrators()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var amina = new Visitor(window, org);
        await amina.SignInAsync(org.Amina);
        await amina.SeeConsoleAsync();
        var last = await LastAsync(org);
        foreach (var path in OfAdministrators)
        {
            await amina.GoToAsync(path);
            await window.Page.GetByText(new Regex("is not authorized to perform|You have no permission for this")).Locator("visible=true").First.WaitForAsync();
            var controls = await window.Page.Locator("main button:visible, main input:visible, main select:visible, main textarea:visible").EvaluateAllAsync<string[]>(
                "all => all.filter(e => !e.disabled && e.getAttribute('aria-disabled') !== 'true')"
                + ".map(e => e.getAttribute('aria-label') || e.innerText || e.type).filter(name => !/^(Info about|Copy) /.test(name))");
            Assert.True(controls.Length == 0, $"{path}: {string.Join(" | ", controls)}");
        }

        Assert.Equal(["AccessDenied"], await org.InDatabaseAsync(db => db.AuditEvents.Where(e => e.Sequence > last)
            .Select(e => e.Reason).Distinct().ToArrayAsync(TestContext.Current.CancellationToken)));
    }

    private static Task<long> LastAsync(Organisation org) =>
        org.InDatabaseAsync(db => db.AuditEvents.MaxAsync(e => e.Sequence, TestContext.Current.CancellationToken));

    private static ILocator Button(IPage page, string name, bool inDialog = true) =>
        (inDialog ? page.GetByRole(AriaRole.Dialog) : page.GetByRole(AriaRole.Main)).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task<ILocator> TypedAsync(IPage page, string open, string text, string confirm)
    {
        await Button(page, open, inDialog: false).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync(text);
        return Button(page, confirm);
    }

    private static async Task<ILocator> FilledAsync(IPage page, string label, string text, string button)
    {
        await page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
        return Button(page, button, inDialog: false);
    }

    private static async Task<ILocator> GroupAsync(IPage page)
    {
        await Button(page, "Create group", inDialog: false).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("User group name").FillAsync("mallorys");
        return Button(page, "Create group");
    }

    private static async Task<ILocator> AliasAsync(IPage page)
    {
        await Button(page, "Edit account", inDialog: false).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Account alias").FillAsync("mallory-labs");
        return Button(page, "Save changes");
    }

    private static async Task<ILocator> RequiredAsync(IPage page)
    {
        await page.GetByLabel("Require MFA for all IAM users").CheckAsync();
        await page.GetByLabel("Grace period in days").FillAsync("0");
        await Button(page, "Save changes", inDialog: false).ClickAsync();
        return Button(page, "Save and end sessions");
    }

    private static async Task<ILocator> BulkAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Select all" }).CheckAsync();
        await Button(page, "Actions", inDialog: false).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remind of MFA", Exact = true }).First.ClickAsync();
        return Button(page, "Remind of MFA");
    }

    private static async Task<ILocator> DeviceAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = "Select chen.yulan-phone" }).CheckAsync();
        return await TypedAsync(page, "Remove", "chen.yulan-phone", "Remove");
    }

    private static async Task<ILocator> PolicyAsync(IPage page)
    {
        await Button(page, "Add permissions", inDialog: false).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Radio, new() { Name = "AdministratorAccess" }).CheckAsync();
        return Button(page, "Add permissions");
    }
}
