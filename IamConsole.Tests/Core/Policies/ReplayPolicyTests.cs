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
