using IamConsole.Core.Groups;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.Policies;

/// <summary>Policies of users and groups decide at the gate, at the very next question.</summary>
public sealed class PolicyUseTests
{
    private const string Readers = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}}""";
    private const string Nothing = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"iam:ListUsers","Resource":"*"}}""";

    [Theory, BothDatabases]
    public async Task A_group_gives_its_members_its_policies_and_takes_them_back(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var person = await iam.UserAsync(account, root, "dave");
        var dave = await iam.SignInAsync(person);
        var arn = (await iam.Get<CreatePolicy>().RunAsync(root.Caller, "Readers", null, Readers, IamScenario.Ct)).Ok();
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "staff", IamScenario.Ct)).Ok();
        (await iam.Get<AttachGroupPolicy>().RunAsync(root.Caller, "staff", arn, IamScenario.Ct)).Ok();
        Assert.Equal("AccessDenied", await ListAsync(iam, dave));

        (await iam.Get<AddUserToGroup>().RunAsync(root.Caller, "staff", dave.UserId, IamScenario.Ct)).Ok();
        Assert.Null(await ListAsync(iam, dave));
        Assert.Equal(PolicyErrors.InUse, (await iam.Get<DeletePolicy>().RunAsync(root.Caller, arn, IamScenario.Ct)).Error);
        (await iam.Get<DetachGroupPolicy>().RunAsync(root.Caller, "staff", arn, IamScenario.Ct)).Ok();
        Assert.Equal("AccessDenied", await ListAsync(iam, dave));

        (await iam.Get<PutInlinePolicy>().RunAsync(root.Caller, InlineOwner.Group("staff"), "inline", Readers, IamScenario.Ct)).Ok();
        Assert.Null(await ListAsync(iam, dave));
        (await iam.Get<RemoveUserFromGroup>().RunAsync(root.Caller, "staff", dave.UserId, IamScenario.Ct)).Ok();
        Assert.Equal("SessionEnded", await ListAsync(iam, dave));
        Assert.Equal("AccessDenied", await ListAsync(iam, await iam.SignInAsync(person)));
    }

    [Theory, BothDatabases]
    public async Task A_new_text_bites_at_once_and_a_deny_wins_over_administrators(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var admin = await iam.SignInAsync(await iam.AdministratorAsync(account, root, "admin"));
        var arn = (await iam.Get<CreatePolicy>().RunAsync(root.Caller, "Custom", null, Readers, IamScenario.Ct)).Ok();
        (await iam.Get<AttachUserPolicy>().RunAsync(root.Caller, admin.UserId, arn, IamScenario.Ct)).Ok();
        Assert.Null(await ListAsync(iam, admin));

        (await iam.Get<UpdatePolicy>().RunAsync(root.Caller, arn, 1, Nothing, IamScenario.Ct)).Ok();

        var refused = await iam.Get<ListUsers>().RunAsync(admin.Caller, new UserQuery(), IamScenario.Ct);
        Assert.Contains("with an explicit deny", refused.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(PolicyErrors.Changed, (await iam.Get<UpdatePolicy>().RunAsync(root.Caller, arn, 1, Readers, IamScenario.Ct)).Error);
    }

    [Theory, BothDatabases]
    public async Task What_is_malformed_too_long_or_of_another_account_is_not_stored(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (_, stranger) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var foreign = (await iam.Get<CreatePolicy>().RunAsync(stranger.Caller, "Foreign", null, Readers, IamScenario.Ct)).Ok();
        var create = iam.Get<CreatePolicy>();

        Assert.Equal("MalformedPolicyDocument", (await create.RunAsync(root.Caller, "P", null, "{}", IamScenario.Ct)).Error?.Code);
        var long1 = Readers.Replace("\"iam:ListUsers\"", $"\"iam:{new string('x', 6_100)}\"", StringComparison.Ordinal);
        Assert.Equal("LimitExceeded", (await create.RunAsync(root.Caller, "P", null, long1, IamScenario.Ct)).Error?.Code);
        Assert.Equal("EntityAlreadyExists", (await create.RunAsync(root.Caller, "administratoraccess", null, Readers, IamScenario.Ct)).Error?.Code);
        Assert.Equal(PolicyErrors.InvalidName, (await create.RunAsync(root.Caller, "a b", null, Readers, IamScenario.Ct)).Error);
        Assert.Equal("NoSuchEntity", (await iam.Get<AttachUserPolicy>().RunAsync(root.Caller, dave.UserId, foreign, IamScenario.Ct)).Error?.Code);
        Assert.Equal("NoSuchEntity", (await iam.Get<DeletePolicy>().RunAsync(root.Caller, foreign, IamScenario.Ct)).Error?.Code);
        Assert.Equal(PolicyErrors.BuiltIn, (await iam.Get<DeletePolicy>().RunAsync(root.Caller, IamScenario.Administrator(), IamScenario.Ct)).Error);
        Assert.Equal("AccessDenied", (await iam.Get<PutInlinePolicy>().RunAsync(
            root.Caller, InlineOwner.User(root.UserId), "inline", Nothing, IamScenario.Ct)).Error?.Code);
    }

    [Theory, BothDatabases]
    public async Task Without_MFA_the_well_known_policy_leaves_only_the_way_to_a_device(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var person = await iam.AdministratorAsync(account, root, "admin");
        (await iam.Get<AttachUserPolicy>().RunAsync(
            root.Caller, person.UserId, Builtin(BuiltInPolicies.DenyRestWithoutMfa), IamScenario.Ct)).Ok();
        var admin = await iam.SignInAsync(person);
        Assert.Equal("AccessDenied", await ListAsync(iam, admin));

        person = person with { App = await iam.AssignAppAsync(admin, admin.UserId, "admin-app") };

        // The two codes of the device proved it: the session is one with MFA from there on, as the next one is.
        Assert.Null(await ListAsync(iam, admin));
        Assert.Null(await ListAsync(iam, await iam.SignInAsync(person)));
    }

    [Theory, BothDatabases]
    public async Task Tags_decide_about_who_and_whom(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var lead = await iam.SignInAsync(await iam.UserAsync(account, root, "lead"));
        var (mine, other) = (await iam.UserAsync(account, root, "mine"), await iam.UserAsync(account, root, "other"));
        foreach (var (user, team) in new[] { (lead.UserId, "red"), (mine.UserId, "red"), (other.UserId, "blue") })
            (await iam.Get<SetUserTags>().RunAsync(root.Caller, user, new Dictionary<string, string> { ["Team"] = team }, IamScenario.Ct)).Ok();
        const string sameTeam = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:GetUser","Resource":"*",
             "Condition":{"StringEquals":{"aws:ResourceTag/team":"${aws:PrincipalTag/team}"}}}}
            """;
        (await iam.Get<PutInlinePolicy>().RunAsync(root.Caller, InlineOwner.User(lead.UserId), "team", sameTeam, IamScenario.Ct)).Ok();

        Assert.True((await iam.Get<GetUser>().RunAsync(lead.Caller, mine.UserId, IamScenario.Ct)).Succeeded);
        Assert.Equal("AccessDenied", (await iam.Get<GetUser>().RunAsync(lead.Caller, other.UserId, IamScenario.Ct)).Error?.Code);
    }

    private static string Builtin(string name) => IamConsole.Core.Accounts.Arn.BuiltInPolicy("aws", name);

    private static async Task<string?> ListAsync(IamScenario iam, SignedIn session) =>
        (await iam.Get<ListUsers>().RunAsync(session.Caller, new UserQuery(), IamScenario.Ct)).Error?.Code;
}
