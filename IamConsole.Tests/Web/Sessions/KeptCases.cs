using AngleSharp.Dom;
using Bunit;
using IamConsole.Web.AccountSettings;
using IamConsole.Web.Consignments;
using IamConsole.Web.Groups;
using IamConsole.Web.HardwareTokens;
using IamConsole.Web.MfaDevices.Assign;
using IamConsole.Web.Policies;
using IamConsole.Web.Users;

namespace IamConsole.Tests.Web.Sessions;

/// <summary>The table of forms and dialogs behind the safeguard "fresh proof".</summary>
internal static partial class KeptCases
{
    public static IReadOnlyDictionary<string, KeptCase> All => field ??= Forms().Concat(Dialogs()).ToDictionary();

    private static Dictionary<string, KeptCase> Forms() => new()
    {
        ["create user"] = new("/users/create", typeof(CreateUserPage), "create the user bob")
        {
            Fill = p =>
            {
                p.Type("User name", "bob");
                p.Type("Path", "/field/");
                p.Type("E-mail address", "bob@example.com");
            },
            Act = p => p.SubmitAsync(),
            Back = p => Assert.Equal(("bob", "/field/", "bob@example.com"), (p.Typed("User name"), p.Typed("Path"), p.Typed("E-mail address"))),
        },
        ["create policy"] = new("/policies/create", typeof(CreatePolicyPage), "create the policy new")
        {
            Fill = p =>
            {
                p.Type("Policy name", "new");
                p.Input("textarea").Change(Document("Typed"));
            },
            Act = p => p.SubmitAsync(),
            Back = p => Assert.Equal(("new", true), (p.Typed("Policy name"), p.Input("textarea").GetAttribute("value")!.Contains("Typed", StringComparison.Ordinal))),
        },
        ["edit policy"] = new("/policies/rules/edit", typeof(EditPolicyPage), "change the policy rules")
        {
            Parameters = [("PolicyName", "rules")],
            Fill = p => p.Input("textarea").Change(Document("Typed")),
            Act = p => p.SubmitAsync(),
            Back = p => Assert.Contains("Typed", p.Input("textarea").GetAttribute("value"), StringComparison.Ordinal),
        },
        ["inline policy"] = new("/users/alice/inline-policy", typeof(InlinePolicyPage), "change the inline policies of alice")
        {
            Parameters = [("UserName", "alice")],
            Fill = p =>
            {
                p.Type("Policy name", "own");
                p.Input("textarea").Change(Document("Typed"));
            },
            Act = p => p.SubmitAsync(),
            Back = p => Assert.Equal(("own", true), (p.Typed("Policy name"), p.Input("textarea").GetAttribute("value")!.Contains("Typed", StringComparison.Ordinal))),
        },
        ["MFA policy"] = new("/account-settings/mfa-policy", typeof(EditMfaPolicyPage), "change the MFA policy of the account")
        {
            Fill = p =>
            {
                p.Check("Require MFA for all IAM users");
                p.Type("Grace period in days", "21");
            },
            Act = p => p.SubmitAsync(),
            Back = p => Assert.Equal("21", p.Typed("Grace period in days")),
        },
        ["password policy"] = new("/account-settings/password-policy", typeof(EditPasswordPolicyPage), "change the password policy of the account")
        {
            Fill = p =>
            {
                p.Input("input[type=radio]:not([checked])").Change(true);
                p.Type("Minimum length", "14");
            },
            Act = p => p.SubmitAsync(),
            Back = p => Assert.Equal("14", p.Typed("Minimum length")),
        },
        ["key policy"] = new("/account-settings/security-key-policy", typeof(EditSecurityKeyPolicyPage), "change the policy for passkeys and security keys")
        {
            Fill = p => p.Check("Device-bound keys only"),
            Act = p => p.SubmitAsync(),
            Back = p => Assert.True(p.Box("Device-bound keys only").HasAttribute("checked")),
        },
        ["token policy"] = new("/account-settings", typeof(AccountSettingsPage), "change the policy for hardware tokens")
        {
            Act = p => Pressed(p, "Edit the policy for hardware tokens"),
            Back = p => p.Dialog("Policy for hardware tokens"),
            Declined = p => Assert.False(p.IsOpen("Policy for hardware tokens")),
        },
        ["account name"] = new("/account-settings", typeof(AccountSettingsPage), "change the name or alias of the account")
        {
            Fill = p =>
            {
                p.Press("Edit account");
                p.Type("Account name", "Lumen");
                p.Type("Account alias", "lumen-labs");
            },
            Act = p => p.ConfirmAsync("Edit account"),
            Back = p => Assert.Equal(("Lumen", "lumen-labs"), (p.Typed("Account name"), p.Typed("Account alias"))),
        },
        ["import"] = new("/hardware-tokens/~/import", typeof(ImportTokensPage), "import hardware tokens from box.csv")
        {
            Fill = p =>
            {
                p.Type("Vendor", "Feitian");
                p.Type("Batch", "Order 7");
                p.Upload("box.csv", "serial number,secret key\nGAHT-9,JBSWY3DPEHPK3PXP");
            },
            Act = p => Pressed(p, "Next"),
            Back = p =>
            {
                Assert.Equal(("Feitian", "Order 7"), (p.Typed("Vendor"), p.Typed("Batch")));
                p.WaitUntil(() => p.Field("File").Ancestors<IElement>().Any(a => a.TextContent.Contains("Choose box.csv again", StringComparison.Ordinal)));
            },
        },
        ["assign for another"] = new("/users/alice/assign-mfa", typeof(AssignMfaDevicePage), "assign the MFA device alice-phone to alice")
        {
            Parameters = [("UserName", "alice")],
            Fill = p =>
            {
                p.Type("Device name", "alice-phone");
                p.Input("input[type=radio][value='Virtual']").Change("Virtual");
            },
            Act = p => Pressed(p, "Next"),
            Back = p => Assert.Equal("alice-phone", p.Typed("Device name")),
        },
        ["hand out"] = new("/hardware-tokens/GAHT-1", typeof(HardwareTokenPage), "hand out the token GAHT-1 to alice")
        {
            Parameters = [("Serial", "GAHT-1")],
            Fill = p =>
            {
                p.Press("Hand out");
                p.Dialog("Hand out").QuerySelector("form input")!.Change("alice");
            },
            Act = p => p.ConfirmAsync("Hand out"),
            Back = p => Assert.Equal("alice", p.TypedIn("Hand out")),
        },
    };

    public static string Document(string sid) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Sid":"{{sid}}","Effect":"Deny","Action":"iam:DeleteUser","Resource":"*"}]}""";

    private static Task Pressed(KeptPage page, string text)
    {
        page.Press(text);
        return Task.CompletedTask;
    }
}
