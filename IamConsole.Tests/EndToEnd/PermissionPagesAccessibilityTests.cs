using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>The pages of groups and policies through axe, in both themes and on a phone.</summary>
public sealed class PermissionPagesAccessibilityTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task Pages_of_groups_and_policies_are_clean_and_nothing_overflows()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await CreateAsync(maria);
        foreach (var (path, sign) in new[]
                 {
                     ("/policies", "SelfManageSignIn"), ("/policies/field-rules", "Attached to nobody"), ("/policies/field-rules/edit", "Version 1"),
                     ("/policies/nothing", "There is no policy"), ("/policies/create?from=SelfManageMFADenyRestWithoutMFA", "Policy details"),
                     ("/groups", "field-team"), ("/groups/field-team", "No users"), ("/groups/nothing", "There is no user group"),
                     ("/groups/field-team/inline-policy", "Policy document"), ("/users/elias.weber/inline-policy", "Policy document"),
                     ("/users/elias.weber?tab=permissions", "In no group"), ("/policy-simulator", "Draft policy"),
                 })
        {
            await maria.GoToAsync(path);
            await maria.SeeAsync(sign);
            await Looks.AssertGoodAsync(window.Page, path);
        }

        await maria.GoToAsync("/groups/field-team");
        await maria.PressAsync("Add permissions");
        await window.Page.GetByRole(AriaRole.Dialog).GetByText("SelfManageSignIn").First.WaitForAsync();
        await Looks.AssertGoodAsync(window.Page, "attach a policy");
        await maria.GoToAsync("/users/elias.weber?tab=permissions");
        await maria.PressAsync("Manage tags");
        await maria.PressAsync("Add tag");
        await window.Page.GetByLabel("Key of tag 2").WaitForAsync();
        await Looks.AssertGoodAsync(window.Page, "tags");
        await maria.GoToAsync("/policy-simulator?user=elias.weber");
        await maria.PressAsync("MFA present");
        await maria.PressAsync("Add a draft policy");
        await window.Page.GetByLabel("Action", new() { Exact = true }).FillAsync("iam:GetUser");
        await maria.PressAsync("Run simulation");
        await maria.SeeAsync("Policy statement must contain actions");
        await Looks.AssertGoodAsync(window.Page, "simulator");

        // A session with MFA that proved it long ago: policies allow, a safeguard does not.
        await maria.PressAsync("Remove the draft");
        await window.Page.GetByLabel("Action", new() { Exact = true }).FillAsync("iam:DeactivateMFADevice");
        await maria.PressAsync("MFA age");
        await window.Page.GetByLabel("Values of key 2").FillAsync("1200");
        await window.Page.GetByLabel("Resource", new() { Exact = true }).FillAsync($"arn:aws:iam::{org.Lumen.AccountId}:user/elias.weber");
        await maria.PressAsync("Run simulation");
        await maria.SeeAsync("FreshProof: a proof of identity");
        await Looks.AssertGoodAsync(window.Page, "a safeguard in the simulator");
        await maria.GoToAsync("/audit-events?error=AccessDenied");
        await maria.PressAsync("Export");
        await maria.SeeAsync("CloudTrail JSON");
        await Looks.AssertGoodAsync(window.Page, "export of events");
    }

    [Fact]
    public async Task A_refusal_names_user_and_action_and_fits_on_a_phone()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var elias = new Visitor(window, org);
        await elias.SignInWithCodeAsync(org.Elias, org.CodesOf(org.Elias).Now());
        foreach (var (path, action) in new[]
                 {
                     ("/users", "iam:ListUsers"), ("/groups", "iam:ListGroups"), ("/policies", "iam:ListPolicies"), ("/policies/create", "iam:CreatePolicy"),
                     ("/credential-report", "iam:GetCredentialReport"), ("/audit-events", "cloudtrail:LookupEvents"),
                     ("/policy-simulator", "iam:SimulatePrincipalPolicy"), ("/account-settings/mfa-policy", "iamconsole:"), ("/notices", "iamconsole:"),
                     ("/hardware-tokens", "iamconsole:ListHardwareTokens"), ("/hardware-tokens/x", "iamconsole:GetHardwareToken"), ("/hardware-tokens/~/import", "iamconsole:ImportHardwareTokens"),
                     ("/security-key-models", "iamconsole:ListSecurityKeyModels"), ("/security-key-models/x", "iamconsole:GetSecurityKeyModel"),
                     ("/security-keys", "iamconsole:"), ("/security-keys/order", "iamconsole:"),
                 })
        {
            await elias.GoToAsync(path);
            await elias.SeeAsync("user/field/elias.weber");
            await elias.SeeAsync($"No identity-based policy allows the {action}");
            await Looks.AssertGoodAsync(window.Page, path);
        }
    }

    private static async Task CreateAsync(Visitor maria)
    {
        var dialog = maria.Page.GetByRole(AriaRole.Dialog);
        await maria.GoToAsync("/groups");
        await maria.PressAsync("Create group");
        await dialog.GetByLabel("User group name").FillAsync("field-team");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create group" }).ClickAsync();
        await maria.SeeAsync("Users in this group");
        await maria.GoToAsync("/policies/create?from=SelfManageSignIn");
        await maria.Page.GetByLabel("Policy name").FillAsync("field-rules");
        await maria.PressAsync("Check");
        await maria.SeeAsync("Nobody would have been stopped");
        await Looks.AssertGoodAsync(maria.Page, "check");
        await maria.PressAsync("Create policy");
        await maria.SeeAsync("Attached to nobody");
    }
}
