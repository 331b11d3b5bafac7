using IamConsole.Core.Groups;
using IamConsole.Web.Groups;
using IamConsole.Web.HardwareTokens;
using IamConsole.Web.Policies;
using IamConsole.Web.Users;

namespace IamConsole.Tests.Web.Sessions;

internal static partial class KeptCases
{
    private static Dictionary<string, KeptCase> Dialogs() => new()
    {
        ["remove a device"] = new("/users/alice", typeof(UserPage), "remove the MFA device alice-key of alice")
        {
            Parameters = [("UserName", "alice")],
            Arrange = (iam, root, alice) => iam.RegisterKeyAsync(root, alice, "alice-key", [1]),
            Fill = p => p.Select("alice-key"),
            Act = p => Pressed(p, "Remove"),
            Back = p =>
            {
                p.Dialog("Remove MFA device?");
                p.WaitUntil(() => p.Row("alice-key").HasAttribute("checked"));
            },
            Declined = p =>
            {
                p.WaitUntil(() => p.Row("alice-key").HasAttribute("checked"));
                Assert.False(p.IsOpen("Remove MFA device?"));
            },
        },
        ["remove a device, its name typed"] = new("/users/alice", typeof(UserPage), "remove the MFA device alice-key of alice")
        {
            Parameters = [("UserName", "alice")],
            Arrange = (iam, root, alice) => iam.RegisterKeyAsync(root, alice, "alice-key", [1]),
            Fill = p =>
            {
                p.Select("alice-key");
                p.Press("Remove");
                p.TypeIn("Remove MFA device?", "alice-key");
            },
            Act = p => p.ConfirmAsync("Remove MFA device?"),
            Back = p => p.WaitUntil(() => p.TypedIn("Remove MFA device?") == "alice-key"),
        },
        ["console access"] = new("/users/alice", typeof(UserPage), "manage the console access of alice")
        {
            Parameters = [("UserName", "alice")],
            Act = p => Pressed(p, "Manage console access"),
            Back = p => p.Dialog("onsole access"),
            Declined = p => Assert.False(p.IsOpen("onsole access")),
        },
        ["address for notices"] = new("/users/alice", typeof(UserPage), "change the e-mail address of alice")
        {
            Parameters = [("UserName", "alice")],
            Fill = p =>
            {
                p.Press("Edit e-mail address");
                p.Type("E-mail address", "alice@example.com");
            },
            Act = p => p.ConfirmAsync("mail address"),
            Back = p => p.WaitUntil(() => p.Typed("E-mail address") == "alice@example.com"),
        },
        ["exemption"] = new("/users/alice", typeof(UserPage), "exempt alice from MFA")
        {
            Parameters = [("UserName", "alice")],
            Act = p => Pressed(p, "Exempt from MFA"),
            Back = p => p.Dialog("xempt"),
            Declined = p => Assert.False(p.IsOpen("xempt")),
        },
        ["delete a user"] = new("/users", typeof(UsersPage), "delete the user alice")
        {
            Fill = p =>
            {
                p.Select("alice");
                p.Press("Delete");
                p.TypeIn("Delete alice?", "alice");
            },
            Act = p => p.ConfirmAsync("Delete alice?"),
            Back = p => p.WaitUntil(() => p.TypedIn("Delete alice?") == "alice"),
        },
        ["bulk action"] = new("/users", typeof(UsersPage), "deactivate console access for 1 user")
        {
            Fill = p => p.Select("alice"),
            Act = p => Pressed(p, "Deactivate console access"),
            Back = p => p.Dialog("Deactivate console access for 1 user?"),
            Declined = p => p.WaitUntil(() => p.Row("alice").HasAttribute("checked")),
        },
        ["bulk action, its word typed"] = new("/users", typeof(UsersPage), "deactivate console access for 1 user")
        {
            Fill = p =>
            {
                p.Select("alice");
                p.Press("Deactivate console access");
                p.TypeIn("Deactivate console access for 1 user?", "deactivate");
            },
            Act = p => p.ConfirmAsync("Deactivate console access for 1 user?"),
            Back = p => p.WaitUntil(() => p.TypedIn("Deactivate console access for 1 user?") == "deactivate"),
            Declined = p => p.WaitUntil(() => p.Row("alice").HasAttribute("checked")),
        },
        ["tokens at once"] = new("/hardware-tokens", typeof(HardwareTokensPage), "retire: 1 token")
        {
            Fill = p =>
            {
                p.Select("GAHT-2");
                p.Press("Retire");
                p.TypeIn("Retire: 1 token", "confirm");
            },
            Act = p => p.ConfirmAsync("Retire: 1 token"),
            Back = p => p.WaitUntil(() => p.TypedIn("Retire: 1 token") == "confirm"),
        },
        ["one token"] = new("/hardware-tokens/GAHT-1", typeof(HardwareTokenPage), "retire: the token GAHT-1")
        {
            Parameters = [("Serial", "GAHT-1")],
            Act = p => Pressed(p, "Retire"),
            Back = p => p.Dialog("Retire: GAHT-1"),
            Declined = p => Assert.False(p.IsOpen("Retire: GAHT-1")),
        },
        ["delete a group"] = new("/groups", typeof(GroupsPage), "delete the group field")
        {
            Fill = p =>
            {
                p.Select("field");
                p.Press("Delete");
                p.TypeIn("Delete field?", "fie");
            },
            Act = p =>
            {
                p.TypeIn("Delete field?", "field");
                return p.ConfirmAsync("Delete field?");
            },
            Back = p => p.WaitUntil(() => p.TypedIn("Delete field?") == "field"),
        },
        ["add a member"] = new("/groups/field", typeof(GroupPage), "add alice to the group field")
        {
            Parameters = [("GroupName", "field")],
            Fill = p =>
            {
                p.Press("Add user");
                p.Type("User name", "alice");
            },
            Act = p => p.ConfirmAsync("Add a user to field"),
            Back = p => p.WaitUntil(() => p.Typed("User name") == "alice"),
        },
        ["remove a member"] = new("/groups/field", typeof(GroupPage), "remove alice from the group field")
        {
            Parameters = [("GroupName", "field")],
            Arrange = (iam, root, alice) => iam.Get<AddUserToGroup>().RunAsync(root.Caller, "field", alice, Xunit.TestContext.Current.CancellationToken),
            Fill = p => p.Input("[aria-label='Remove alice']"),
            Act = p => Pressed(p, "Remove alice"),
            Back = p => p.Dialog("Remove alice from field?"),
            Declined = p => Assert.False(p.IsOpen("Remove alice from field?")),
        },
        ["delete a policy"] = new("/policies/rules", typeof(PolicyPage), "delete the policy rules")
        {
            Parameters = [("PolicyName", "rules")],
            Act = p => Pressed(p, "Delete"),
            Back = p => p.Dialog("Delete rules?"),
            Declined = p => Assert.False(p.IsOpen("Delete rules?")),
        },
        ["attach a policy"] = new("/groups/field", typeof(GroupPage), "attach the policy rules to field")
        {
            Parameters = [("GroupName", "field")],
            Fill = p =>
            {
                p.Press("Add permissions");
                p.Input(".policy-choice");
                p.Choose("rules");
            },
            Act = p => p.ConfirmAsync("Add permissions to field"),
            Back = p => p.WaitUntil(() => p.IsChosen("rules")),
        },
    };
}
