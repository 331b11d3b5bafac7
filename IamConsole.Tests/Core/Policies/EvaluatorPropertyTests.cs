using System.Text.Json.Nodes;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Tests.Core.Policies;

/// <summary>What must hold of every policy, on random ones; a failure names its seed.</summary>
public sealed class EvaluatorPropertyTests
{
    private const int Rounds = 2_000;

    [Fact]
    public void Agrees_with_a_second_naive_evaluator()
    {
        var verdicts = new HashSet<string>();
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new RandomPolicies(seed);
            var (policies, request) = (Policies(random), random.Request());
            var naive = NaiveEvaluator.Decide(policies, request.Action, request.Resource, request.Keys);
            Assert.True(naive == Decide(policies, request), $"seed {seed}: {naive} expected, {string.Join('\n', policies.Select(p => p.ToJsonString()))}");
            verdicts.Add(naive);
        }

        Assert.Equal(3, verdicts.Count);
    }

    [Fact]
    public void A_deny_wins_and_an_added_allow_never_denies()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new RandomPolicies(seed);
            var (policies, request) = (Policies(random), random.Request());
            var (before, deny) = (Decide(policies, request), One(random.Statement("Deny")));
            var withAllow = Decide([.. policies, One(random.Statement("Allow"))], request);
            var withDeny = Decide([.. policies, deny], request);

            Assert.True(withAllow == before || before == "ImplicitDeny" && withAllow == "Allowed", $"seed {seed}");
            Assert.True(withDeny == (Decide([deny], request) == "ExplicitDeny" ? "ExplicitDeny" : before), $"seed {seed}");
        }
    }

    [Fact]
    public void Order_does_not_matter()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new RandomPolicies(seed);
            var (policies, request) = (Policies(random), random.Request());
            Assert.True(Decide(policies, request) == Decide(Reversed(policies), request), $"seed {seed}");
        }
    }

    [Fact]
    public void What_could_not_be_allowed_on_any_resource_is_allowed_on_none()
    {
        var answers = new HashSet<bool>();
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new RandomPolicies(seed);
            var (policies, request) = (Read(Policies(random)), RequestOf(random.Request()));
            var could = PolicyEvaluator.CouldAllow(policies, request);
            Assert.True(could || PolicyEvaluator.Evaluate(policies, request).Verdict is not PolicyVerdict.Allowed, $"seed {seed}");
            answers.Add(could);
        }

        Assert.Equal(2, answers.Count);
    }

    private static List<JsonObject> Policies(RandomPolicies random) => [random.Policy(), random.Policy(), random.Policy()];

    private static JsonObject One(JsonObject statement) =>
        new() { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(statement) };

    private static List<JsonObject> Reversed(IEnumerable<JsonObject> policies) =>
    [
        .. policies.Reverse().Select(p => new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray([.. p["Statement"]!.AsArray().Reverse().Select(s => s!.DeepClone())]),
        }),
    ];

    private static string Decide(IEnumerable<JsonObject> policies, (string Action, string Resource, Dictionary<string, string[]> Keys) request) =>
        PolicyEvaluator.Evaluate(Read(policies), RequestOf(request)).Verdict.ToString();

    private static List<NamedPolicy> Read(IEnumerable<JsonObject> policies) =>
    [
        .. policies.Select((p, i) =>
        {
            var reading = PolicyParser.Read(p.ToJsonString());
            Assert.Empty(reading.Findings);
            return new NamedPolicy("p" + i, "test", reading.Document!);
        }),
    ];

    private static PolicyRequest RequestOf((string Action, string Resource, Dictionary<string, string[]> Keys) request)
    {
        var keys = PolicyRequest.NewKeys();
        foreach (var (key, values) in request.Keys) keys[key] = values;
        return new PolicyRequest(request.Action, request.Resource, keys);
    }
}
