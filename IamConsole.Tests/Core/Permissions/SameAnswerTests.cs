using System.Globalization;
using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.Policies.Language;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Policies;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Permissions;

/// <summary>
/// Gate, simulator and replay about the same request: every action, on oneself and others, with random policies on tags, MFA,
/// client and resources, before and after a device, with an old and a fresh proof. SAME_ANSWERS raises the rounds.
/// </summary>
public sealed class SameAnswerTests
{
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("SAME_ANSWERS") ?? "1", CultureInfo.InvariantCulture);

    [Theory, BothDatabases]
    public async Task Gate_simulator_and_replay_give_one_answer(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (alice, bob) = (await iam.UserAsync(account, root, "alice"), await iam.UserAsync(account, root, "bob", path: "/team/"));
        await TagAsync(iam, root, alice.UserId, "red");
        await TagAsync(iam, root, bob.UserId, "blue");
        var world = new World(iam, account.Id, alice.UserId, bob.UserId, root.UserId);
        var session = await iam.SignInAsync(alice);

        for (var round = 0; round < Rounds; round++)
        {
            await world.AskEverythingAsync(root, session, isMfa: round > 0, seed: 10 * round);
            if (round == 0)
            {
                await world.GrantAsync(root, """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""");

                // A key's registration proves nothing: the session of a user with a device stays one without MFA.
                await iam.RegisterKeyAsync(session, alice.UserId, "key", [1]);
            }

            await world.AskEverythingAsync(root, session, isMfa: round > 0, seed: 10 * round + 1);
            if (round == 0) alice = alice with { App = await iam.AssignAppAsync(root, alice.UserId, "phone") };
            session = await iam.SignInAsync(alice);
            await world.AskEverythingAsync(root, session, isMfa: true, seed: 10 * round + 2);
            iam.Clock.Advance(TimeSpan.FromMinutes(11));
            root = await iam.RenewAsync(root);
            await world.AskEverythingAsync(root, session, isMfa: true, seed: 10 * round + 9);
        }

        Assert.Equal(["AccessDenied", "InvalidInput", "MfaRequired", "ProofTooOld", "success"], world.Answers.Order(StringComparer.Ordinal));
    }

    private static async Task TagAsync(IamScenario iam, SignedIn by, string userId, string team) =>
        (await iam.Get<SetUserTags>().RunAsync(by.Caller, userId, new Dictionary<string, string> { ["team"] = team }, IamScenario.Ct)).Ok();

    private sealed class World(IamScenario iam, string account, string alice, string bob, string root)
    {
        public HashSet<string> Answers { get; } = [];

        public async Task GrantAsync(SignedIn admin, string document) =>
            (await iam.Get<PutInlinePolicy>().RunAsync(admin.Caller, InlineOwner.User(alice), "random", document, IamScenario.Ct)).Ok();

        public async Task AskEverythingAsync(SignedIn admin, SignedIn session, bool isMfa, int seed)
        {
            var document = new RandomGrants(seed).Policy();
            await GrantAsync(admin, document);
            iam.Clock.Advance(TimeSpan.FromMilliseconds(1));
            var begun = iam.Now;
            foreach (var action in IamAction.All)
                foreach (var (target, resource, arn) in Objects(action))
                {
                    var gate = await GateAsync(session, action, target, resource);
                    var simulated = await SimulateAsync(admin, action, arn, resource is null ? null : target, isMfa ? session : null);
                    Assert.True(gate == simulated, $"{action} on {arn}: the gate says {gate}, the simulator {simulated}. Seed {seed}: {document}");
                    Answers.Add(gate.Split(' ')[0]);
                }

            await iam.Get<DecisionLog>().FlushAsync(IamScenario.Ct);
            await ReplayAsync(begun, seed);
        }

        // What the gate is asked about: the target's identifier, an ARN that is no user's, and how the simulator is told.
        private (string? Target, Func<Account, string>? Resource, string Arn)[] Objects(IamAction action) => action.Resource switch
        {
            ResourceType.User => [(alice, null, Arn("user/alice")), (bob, null, Arn("user/team/bob")), (root, null, Arn("root")), (null, null, "*")],
            ResourceType.Group => [(bob, a => IamConsole.Core.Accounts.Arn.Group(a, "staff"), Arn("group/staff")), (null, a => IamConsole.Core.Accounts.Arn.Group(a, "other"), Arn("group/other"))],
            ResourceType.Policy => [(null, a => IamConsole.Core.Accounts.Arn.Policy(a, "Custom"), Arn("policy/Custom"))],
            ResourceType.Account => [(null, null, "*"), (null, null, Arn("user/alice"))],
        };

        private string Arn(string resource) => $"arn:aws:iam::{account}:{resource}";

        private async Task<string> GateAsync(SignedIn session, IamAction action, string? target, Func<Account, string>? resource)
        {
            await using var operation = await iam.Get<Gate>().BeginAsync(session.Caller, action, target, IamScenario.Ct, resource: resource);
            return Described(operation.Refusal);
        }

        private static string Described(Error? refusal) => refusal is null ? "success"
            : refusal.Denial is { } denial ? $"{refusal.Code} {(denial.Reason.StartsWith("Explicit", StringComparison.Ordinal) ? "ExplicitDeny" : "ImplicitDeny")}"
            : refusal.Code;

        private async Task<string> SimulateAsync(SignedIn admin, IamAction action, string arn, string? member, SignedIn? withMfa)
        {
            var context = new Dictionary<string, IReadOnlyList<string>>();
            if (withMfa is not null)
            {
                var proven = await iam.ReadAsync(db => db.Sessions.Where(s => s.Id == withMfa.Caller.SessionId).Select(s => s.ProvenAt).SingleAsync(IamScenario.Ct));
                context[ConditionKeys.MfaAge] = [Math.Floor((iam.Now - proven).TotalSeconds).ToString(CultureInfo.InvariantCulture)];
            }

            var found = (await iam.Get<SimulatePolicy>().RunAsync(
                admin.Caller, new SimulationRequest(alice, action.Name, arn, context, null, member), IamScenario.Ct)).Ok();
            var answer = found.Stops.HasFlag(Safeguards.MfaOnOneself) ? "MfaRequired"
                : found.Verdict is not PolicyVerdict.Allowed ? $"AccessDenied {found.Verdict}"
                : found.Stops.HasFlag(Safeguards.OthersOnly) ? "InvalidInput"
                : found.Stops.HasFlag(Safeguards.FreshProof) ? "ProofTooOld" : "success";
            Assert.Equal(answer == "success", found.IsPermitted);
            return answer;
        }

        // What was recorded is asked again from the record alone.
        private async Task ReplayAsync(DateTimeOffset begun, int seed)
        {
            await using var db = await iam.OpenAsync();
            var user = await db.Users.SingleAsync(u => u.Id == alice, IamScenario.Ct);
            var policies = await iam.Get<FindAccess>().PoliciesAsync(db, user, IamConsole.Core.Sessions.SessionKind.Console, IamScenario.Ct);
            var of = await db.Accounts.SingleAsync(a => a.Id == account, IamScenario.Ct);
            var keys = await iam.Get<FindAccess>().KeysAsync(
                db, of, user, PretendedSession.Of(user, default), new ClientInfo(null, null, null), null, IamScenario.Ct);
            var person = new ReplayPerson("alice", keys, policies, policies);
            var rows = await db.RecordedDecisions.AsNoTracking().Where(d => d.UserId == alice && d.LastAt >= begun).ToListAsync(IamScenario.Ct);
            Assert.True(rows.Count >= IamAction.All.Count, $"{rows.Count} decisions are recorded");
            Assert.All(rows, row => Assert.True(
                person.Decide(row).Now.Decision.IsAllowed == row.Allowed, $"seed {seed}: {row.Action} on {row.Resource} was {row.Allowed}: {row.Facts}"));
        }
    }
}
