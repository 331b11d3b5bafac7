using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.Policies.Language;
using IamConsole.Core.Sessions;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>The simulator: what would the gate decide, and by which statement. It gathers the request and asks what the gate asks.</summary>
public sealed class SimulatePolicy(Gate gate, FindAccess access, TimeProvider clock)
{
    /// <summary>Decides without doing anything.</summary>
    public async Task<Result<Simulation>> RunAsync(Caller caller, SimulationRequest asked, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.SimulatePrincipalPolicy, asked.UserId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, user, account) = (operation.Db, operation.Target, operation.Account);
        List<NamedPolicy> policies = [.. await access.PoliciesAsync(db, user, SessionKind.Console, ct)];
        if (!string.IsNullOrWhiteSpace(asked.DraftPolicy))
        {
            var draft = PolicyParser.Read(asked.DraftPolicy);
            if (draft.Document is null) return PolicyErrors.Malformed(draft.Findings[0]);
            policies.Add(new NamedPolicy("Draft", "the simulator", draft.Document));
        }

        var action = IamAction.All.FirstOrDefault(a => a.Name.Equals(asked.Action.Trim(), StringComparison.OrdinalIgnoreCase));
        var resource = ResourceOf(action, asked.Resource.Trim(), account);
        var target = action is null ? null : await TargetAsync(db, account, user, resource, asked.MemberId, ct);
        var named = asked.MemberId is null ? resource : target?.ArnIn(account) ?? Arn.AnyUser(account);

        // The answer depends on that user's tags: who may not read them is not told by the way of a draft.
        if (action is not null && (asked.MemberId is not null || action.Resource is ResourceType.User) && named != user.ArnIn(account)
            && named != Arn.Root(account) && operation.Refuse(IamAction.GetUser, named) is { } denied)
            return await operation.RefuseAsync(IamAction.SimulatePrincipalPolicy.EventName, denied, named);
        var session = PretendedSession.Of(user, asked.Context, clock.GetUtcNow());
        var keys = await access.KeysAsync(db, account, user, session, caller.Client, target, ct);
        foreach (var (key, values) in asked.Context) keys[key] = values;
        var stops = action?.Against(target?.Id == user.Id, user.DeviceCount > 0, session, clock.GetUtcNow()) ?? Safeguards.None;
        var answer = GateAnswer.Of(policies, new PolicyRequest(action?.Name ?? asked.Action.Trim(), resource, keys), stops);
        var missing = policies.SelectMany(p => p.Document.Statements).SelectMany(s => s.Conditions).Select(c => c.Key)
            .Where(k => answer.Request.Find(k) is null).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
        var (verdict, policy, statement) = answer.Decision;
        return new Simulation(verdict, stops, resource, policy?.Name, policy?.Source, Describe(statement), missing);
    }

    // An action on the account as a whole is asked about * alone, and an action on nobody in particular about all there are.
    private static string ResourceOf(IamAction? action, string asked, Account account) =>
        action is not null && (action.Resource is ResourceType.Account || asked == Access.WholeAccount) ? Access.ResourceFor(action, account) : asked;

    // Whom the gate would know as the target: the user of that ARN, or the member of the group.
    private static async Task<IamUser?> TargetAsync(
        IamDbContext db, Account account, IamUser user, string resource, string? memberId, CancellationToken ct)
    {
        var users = db.Users.AsNoTracking().Where(u => u.AccountId == account.Id);
        if (memberId is not null) return await users.SingleOrDefaultAsync(u => u.Id == memberId, ct);
        if (resource == user.ArnIn(account)) return user;
        if (resource == Arn.Root(account)) return await users.SingleOrDefaultAsync(u => u.IsRoot, ct);
        var name = resource[(resource.LastIndexOf('/') + 1)..];
        if (!UserName.IsValid(name)) return null;
        name = UserName.Normalize(name);
        var found = await users.SingleOrDefaultAsync(u => !u.IsRoot && u.NormalizedName == name, ct);
        return found?.ArnIn(account) == resource ? found : null;
    }

    private static string? Describe(PolicyStatement? statement) => statement is null ? null
        : string.IsNullOrEmpty(statement.Sid) ? $"statement {statement.Number} (line {statement.At.Line})"
        : $"{statement.Sid} (line {statement.At.Line})";
}
