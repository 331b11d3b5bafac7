using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

public sealed class PolicyJourneys(ChromiumBrowser browser)
{
    private const string Misspelt = """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "NobodyLooksAtDevices",
              "Effect": "Denyy",
              "Action": "iam:ListMFADevices",
              "Resource": "*"
            }
          ]
        }
        """;

    [Fact]
    public async Task A_policy_that_stops_a_user()
    {
        await using var org = await Organisation.OpenAsync();
        await using var hers = await browser.OpenAsync(org.Server.Url);
        await using var his = await browser.OpenAsync(org.Server.Url);
        var (maria, chen) = (new Visitor(hers, org), new Visitor(his, org));
        await chen.SignInWithCodeAsync(org.Chen, org.CodesOf(org.Chen).Now());
        await chen.GoToAsync("/security-credentials");
        await chen.SeeAsync(org.Chen.Devices[0].Name!);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());

        await WriteAsync(maria);
        await AttachToGroupAsync(maria, "chen.yulan");
        await chen.Page.GetByRole(AriaRole.Link, new() { Name = "Dashboard" }).ClickAsync();
        await chen.Page.GetByRole(AriaRole.Link, new() { Name = "My security credentials" }).First.ClickAsync();
        await chen.SeeAsync("iam:ListMFADevices");
        await chen.SeeAsync("Explicit deny in an identity-based policy");

        await maria.GoToAsync("/policy-simulator?user=chen.yulan");
        await maria.Page.GetByLabel("Action", new() { Exact = true }).FillAsync("iam:ListMFADevices");
        await maria.PressAsync("Run simulation");
        await maria.SeeAsync("Explicit deny");
        await maria.SeeAsync("NobodyLooksAtDevices (line 4)");
    }

    // The error is found at its place, mended, and the check tells whom the policy would have stopped.
    private static async Task WriteAsync(Visitor maria)
    {
        await maria.GoToAsync("/policies/create");
        await maria.Page.GetByLabel("Policy name").FillAsync("no-looking");
        var document = maria.Page.GetByLabel("Policy document", new() { Exact = true });
        await document.FillAsync(Misspelt.ReplaceLineEndings("\n"));
        await maria.Page.GetByRole(AriaRole.Button, new() { Name = "Line 6, column" }).ClickAsync();
        await maria.Page.WaitForFunctionAsync(
            "() => { const t = document.activeElement; return t.value?.slice(t.selectionStart, t.selectionEnd) === '\"Denyy\"'; }");
        await maria.Page.Keyboard.TypeAsync("\"Deny\"");
        await maria.SeeAsync("errors: 0");
        await maria.PressAsync("Check");
        await maria.SeeAsync("would have been stopped");
        await maria.Page.GetByRole(AriaRole.Cell, new() { Name = "Draft: NobodyLooksAtDevices" }).First.WaitForAsync();
        await maria.PressAsync("Create policy");
        await maria.SeeAsync("Attached to nobody");
    }

    private static async Task AttachToGroupAsync(Visitor maria, string member)
    {
        var dialog = maria.Page.GetByRole(AriaRole.Dialog);
        await maria.GoToAsync("/groups");
        await maria.PressAsync("Create group");
        await dialog.GetByLabel("User group name").FillAsync("field-team");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create group" }).ClickAsync();
        await maria.SeeAsync("Users in this group");
        await maria.PressAsync("Add user");
        await dialog.GetByLabel("User name").FillAsync(member);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add user" }).ClickAsync();
        await maria.SeeAsync($"{member} added to field-team.");
        await maria.PressAsync("Add permissions");
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "no-looking" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add permissions" }).ClickAsync();
        await maria.SeeAsync("Policy no-looking attached to field-team.");
    }
}
