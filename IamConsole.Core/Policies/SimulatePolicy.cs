using IamConsole.Core.Permissions;
using IamConsole.Core.Policies.Language;
using IamConsole.Core.Sessions;

namespace IamConsole.Core.Policies;

/// <summary>The simulator: what would the gate decide, and by which statement.</summary>
public sealed class SimulatePolicy(Gate gate, FindAccess access)
{
    /// <summary>Decides without doing anything.</summary>
    public async Task<Result<Simulation>> RunAsync(Caller caller, SimulationRequest asked, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.SimulatePrincipalPolicy, asked.UserId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (user, account) = (operation.Target, operation.Account);
        List<NamedPolicy> policies = [.. await access.PoliciesAsync(operation.Db, user, SessionKind.Console, ct)];
        if (!string.IsNullOrWhiteSpace(asked.DraftPolicy))
        {
            var draft = PolicyParser.Read(asked.DraftPolicy);
            if (draft.Document is null) return PolicyErrors.Malformed(draft.Findings[0]);
            policies.Add(new NamedPolicy("Draft", "the simulator", draft.Document));
        }

        var keys = await access.KeysAsync(operation.Db, account, user, PretendedSession.Of(user), caller.Client, null, ct);
        foreach (var (key, values) in asked.Context) keys[key] = values;
        var request = new PolicyRequest(asked.Action.Trim(), asked.Resource.Trim(), keys);
        var decision = PolicyEvaluator.Evaluate(policies, request);
        var missing = policies.SelectMany(p => p.Document.Statements).SelectMany(s => s.Conditions).Select(c => c.Key)
            .Where(k => request.Find(k) is null).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
        return new Simulation(
            decision.Verdict, decision.Policy?.Name, decision.Policy?.Source, Describe(decision.Statement), missing);
    }

    private static string? Describe(PolicyStatement? statement) => statement is null ? null
        : string.IsNullOrEmpty(statement.Sid) ? $"statement {statement.Number} (line {statement.At.Line})"
        : $"{statement.Sid} (line {statement.At.Line})";
}
