using System.Text.Json;
using IamConsole.Core.Jobs;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.Policies.Language;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.Policies;

/// <summary>What if: the simulator and the replay of what was decided.</summary>
public sealed class ReplayPolicyTests
{
    private const string DenyListing =
        """{"Version":"2012-10-17","Statement":{"Sid":"NoListing","Effect":"Deny","Action":"iam:ListUsers","Resource":"*"}}""";

    private const string DenyRefused =
        """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"iamconsole:GetRefusedCode","Resource":"*"}}""";

    [Theory, BothDatabases]
    public async Task A_replay_lists_whom_a_draft_would_have_stopped_and_what_it_would_permit(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var admin = await iam.SignInAsync(await iam.AdministratorAsync(account, root, "admin"));
        var dave = await iam.SignInAsync(await iam.UserAsync(account, root, "dave"));
        for (var i = 0; i < 3; i++) await iam.Get<ListUsers>().RunAsync(admin.Caller, new UserQuery(), IamScenario.Ct);
        await iam.Get<ListUsers>().RunAsync(dave.Caller, new UserQuery(), IamScenario.Ct);

        var stopped = await ReplayAsync(iam, root, new PolicyDraft(DenyListing, null, null, null));
        var row = Assert.Single(stopped.Stopped);
        Assert.Equal(("admin", "iam:ListUsers", "*", 3, "Draft: NoListing"), (row.UserName, row.Action, row.Resource, row.Count, row.Statement));
        Assert.Empty(stopped.Permitted);
        Assert.Empty((await ReplayAsync(iam, root, new PolicyDraft(DenyListing, null, dave.UserId, null))).Stopped);

        var permitted = await ReplayAsync(iam, root, new PolicyDraft(BuiltInPolicies.Find("IAMReadOnlyAccess")!.Text, null, dave.UserId, null));
        Assert.Equal(("dave", "iam:ListUsers"), (Assert.Single(permitted.Permitted).UserName, permitted.Permitted[0].Action));
    }

    [Theory, BothDatabases]
    public async Task Decisions_of_more_than_90_days_ago_are_forgotten(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var person = await iam.AdministratorAsync(account, root, "admin");
        await iam.Get<ListUsers>().RunAsync((await iam.SignInAsync(person)).Caller, new UserQuery(), IamScenario.Ct);
        await iam.Get<DecisionLog>().FlushAsync(IamScenario.Ct);
        iam.Clock.Advance(TimeSpan.FromDays(91));

        var replay = await ReplayAsync(iam, await iam.SignInAsync(person), new PolicyDraft(DenyListing, null, null, null));

        Assert.Empty(replay.Stopped);
    }

    [Theory, BothDatabases]
    public async Task The_simulator_names_the_statement_that_decides(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var admin = await iam.AdministratorAsync(account, root, "admin");
        (await iam.Get<AttachUserPolicy>().RunAsync(root.Caller, admin.UserId,
            IamConsole.Core.Accounts.Arn.BuiltInPolicy("aws", BuiltInPolicies.DenyRestWithoutMfa), IamScenario.Ct)).Ok();

        var without = await SimulateAsync(iam, root, admin, "false");
        Assert.Equal((PolicyVerdict.ExplicitDeny, BuiltInPolicies.DenyRestWithoutMfa), (without.Verdict, without.Policy));
        Assert.StartsWith("DenyAllExceptListedIfNoMFA", without.Statement, StringComparison.Ordinal);
        Assert.Equal((PolicyVerdict.Allowed, "AdministratorAccess"), ((await SimulateAsync(iam, root, admin, "true")).Verdict,
            (await SimulateAsync(iam, root, admin, "true")).Policy));
    }

    [Theory, BothDatabases]
    public async Task A_replay_sees_the_tags_of_both_and_what_a_safeguard_stopped(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var person = await iam.AdministratorAsync(account, root, "admin");
        var admin = await iam.SignInAsync(person);
        var (blue, red) = (await iam.UserAsync(account, root, "blue"), await iam.UserAsync(account, root, "red"));
        foreach (var (user, team) in new[] { (admin.UserId, "blue"), (blue.UserId, "blue"), (red.UserId, "red") })
            (await iam.Get<SetUserTags>().RunAsync(root.Caller, user, new Dictionary<string, string> { ["team"] = team }, IamScenario.Ct)).Ok();
        foreach (var user in new[] { blue, red }) (await iam.Get<GetUser>().RunAsync(admin.Caller, user.UserId, IamScenario.Ct)).Ok();

        // What is asked about is how it was then, whatever became of the tags.
        (await iam.Get<SetUserTags>().RunAsync(root.Caller, blue.UserId, new Dictionary<string, string>(), IamScenario.Ct)).Ok();
        var stopped = await ReplayAsync(iam, root, new PolicyDraft(
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"iam:GetUser","Resource":"*",
             "Condition":{"StringEquals":{"aws:ResourceTag/team":"${aws:PrincipalTag/team}"}}}}
            """, null, null, null));
        Assert.EndsWith(":user/blue", Assert.Single(stopped.Stopped).Resource, StringComparison.Ordinal);

        (await iam.Get<PutInlinePolicy>().RunAsync(root.Caller, InlineOwner.User(person.UserId), "no", DenyRefused, IamScenario.Ct)).Ok();
        await iam.Get<IamConsole.Core.SignIn.GetRefusedCode>().RunAsync(admin.Caller, admin.UserId, IamScenario.Ct);
        var permitted = await ReplayAsync(iam, root, new PolicyDraft(
            DenyRefused.Replace("GetRefusedCode", "Nothing", StringComparison.Ordinal), null, person.UserId, null, "no"));
        Assert.Equal(Safeguards.OthersOnly, Assert.Single(permitted.Permitted).Stops);
    }

    [Theory, BothDatabases]
    public async Task The_simulator_sees_tags_and_safeguards_as_the_gate_does(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        (await iam.Get<SetUserTags>().RunAsync(root.Caller, alice.UserId, new Dictionary<string, string> { ["team"] = "red" }, IamScenario.Ct)).Ok();
        var arn = $"arn:aws:iam::{account.Id}:user/alice";
        var without = await AskAsync("iam:DeactivateMFADevice", arn);
        Assert.Equal((PolicyVerdict.Allowed, Safeguards.MfaOnOneself, false), (without.Verdict, without.Stops, without.IsPermitted));
        Assert.Equal(Safeguards.FreshProof, (await AskAsync("iam:deactivatemfadevice", arn, (ConditionKeys.MfaAge, "601"))).Stops);
        Assert.True((await AskAsync("iam:DeactivateMFADevice", arn, (ConditionKeys.MfaPresent, "true"))).IsPermitted);

        const string red = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"red"}}}}""";
        (await iam.Get<PutInlinePolicy>().RunAsync(root.Caller, InlineOwner.User(alice.UserId), "red", red, IamScenario.Ct)).Ok();
        Assert.Equal(PolicyVerdict.ExplicitDeny, (await AskAsync("iam:GetUser", arn)).Verdict);
        Assert.Equal(PolicyVerdict.ImplicitDeny, (await AskAsync("iam:GetUser", arn.Replace("alice", "nobody", StringComparison.Ordinal))).Verdict);
        Assert.Equal(("*", PolicyVerdict.Allowed), ((await AskAsync("iam:GetAccountSummary", arn)).Resource, (await AskAsync("iam:GetAccountSummary", arn)).Verdict));

        async Task<Simulation> AskAsync(string action, string resource, params (string Key, string Value)[] context) =>
            (await iam.Get<SimulatePolicy>().RunAsync(root.Caller, new SimulationRequest(
                alice.UserId, action, resource, context.ToDictionary(c => c.Key, IReadOnlyList<string> (c) => [c.Value]), null), IamScenario.Ct)).Ok();
    }

    [Theory, BothDatabases]
    public async Task The_simulator_tells_nobody_the_tags_of_whom_he_may_not_read(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (dave, erin) = (await iam.UserAsync(account, root, "dave"), await iam.UserAsync(account, root, "erin"));
        (await iam.Get<PutInlinePolicy>().RunAsync(root.Caller, InlineOwner.User(dave.UserId), "own",
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:SimulatePrincipalPolicy","Resource":"arn:aws:iam::*:user/dave"}}""", IamScenario.Ct)).Ok();
        var session = await iam.SignInAsync(dave);
        foreach (var (resource, member) in new[] { ("user/erin", null), ("user/nobody", null), ("group/staff", erin.UserId) })
        {
            var asked = await iam.Get<SimulatePolicy>().RunAsync(session.Caller, new SimulationRequest(
                dave.UserId, member is null ? "iam:GetUser" : "iam:AddUserToGroup", $"arn:aws:iam::{account.Id}:{resource}",
                new Dictionary<string, IReadOnlyList<string>>(), null, member), IamScenario.Ct);
            Assert.Equal("AccessDenied", asked.Error?.Code);
        }
    }

    private static async Task<Simulation> SimulateAsync(IamScenario iam, SignedIn root, Person admin, string mfa) =>
        (await iam.Get<SimulatePolicy>().RunAsync(root.Caller, new SimulationRequest(
            admin.UserId, "iam:ListUsers", "*",
            new Dictionary<string, IReadOnlyList<string>> { [ConditionKeys.MfaPresent] = [mfa] }, null), IamScenario.Ct)).Ok();

    private static async Task<ReplayOutcome> ReplayAsync(IamScenario iam, SignedIn root, PolicyDraft draft)
    {
        var job = (await iam.Get<ReplayPolicy>().RunAsync(root.Caller, draft, IamScenario.Ct)).Ok();
        await iam.RunJobsAsync();
        var read = (await iam.Get<ReadJob>().RunAsync(root.Caller, job, 0, false, IamScenario.Ct)).Ok().Job;
        Assert.Equal(JobState.Finished, read.State);
        return JsonSerializer.Deserialize<ReplayOutcome>(read.Outcome!)!;
    }
}
