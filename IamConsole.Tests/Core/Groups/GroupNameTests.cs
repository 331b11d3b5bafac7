using IamConsole.Core.Groups;
using IamConsole.Core.Policies;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.Groups;

public sealed class GroupNameTests
{
    private const string AllButAdmins = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "*", "Resource": "*" },
            { "Effect": "Deny", "Action": "*", "Resource": "arn:aws:iam::*:group/admins" }
          ]
        }
        """;

    [Theory, BothDatabases]
    public async Task A_denied_group_is_not_reached_by_writing_its_name_in_another_case(DatabaseKind kind)
    {
        await using var iam = await IamScenario.StartAsync(kind);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "admins", IamScenario.Ct)).Ok();
        (await iam.Get<PutInlinePolicy>().RunAsync(root.Caller, InlineOwner.User(bob.UserId), "most", AllButAdmins, IamScenario.Ct)).Ok();
        var session = await iam.SignInAsync(bob);
        var administrator = IamScenario.Administrator();

        Assert.Equal("AccessDenied", (await iam.Get<AddUserToGroup>().RunAsync(session.Caller, "admins", bob.UserId, IamScenario.Ct)).Error?.Code);
        Assert.Equal("NoSuchEntity", (await iam.Get<AddUserToGroup>().RunAsync(session.Caller, "ADMINS", bob.UserId, IamScenario.Ct)).Error?.Code);
        Assert.Equal("NoSuchEntity", (await iam.Get<AttachGroupPolicy>().RunAsync(session.Caller, "Admins", administrator, IamScenario.Ct)).Error?.Code);
        Assert.Equal("NoSuchEntity", (await iam.Get<DeleteGroup>().RunAsync(session.Caller, "ADMINS", IamScenario.Ct)).Error?.Code);
        Assert.Equal("NoSuchEntity", (await iam.Get<GetGroup>().RunAsync(session.Caller, "ADMINS", null, IamScenario.Ct)).Error?.Code);
    }
}
