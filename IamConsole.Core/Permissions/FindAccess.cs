using IamConsole.Core.Accounts;
using IamConsole.Core.Persistence;
using IamConsole.Core.Policies;
using IamConsole.Core.Policies.Language;
using IamConsole.Core.Sessions;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Permissions;

/// <summary>Gathers what the evaluator needs to know of one request.</summary>
public sealed class FindAccess(PrincipalPolicies policies, TimeProvider clock)
{
    internal async Task<Access> RunAsync(
        IamDbContext db, Account account, IamUser user, Session session, ClientInfo client, IamUser? target,
        IReadOnlyDictionary<string, string>? facts, CancellationToken ct)
    {
        var keys = await KeysAsync(db, account, user, session, client, target, ct);
        foreach (var (key, value) in facts ?? new Dictionary<string, string>()) keys[key] = [value];
        return new Access(await PoliciesAsync(db, user, session.Kind, ct), keys);
    }

    internal async Task<Dictionary<string, IReadOnlyList<string>>> KeysAsync(
        IamDbContext db, Account account, IamUser user, Session session, ClientInfo client, IamUser? target, CancellationToken ct)
    {
        var keys = ConditionKeys.Of(account, user, session, client, clock.GetUtcNow());
        var targetId = target?.Id ?? user.Id;
        foreach (var tag in await db.UserTags.AsNoTracking().Where(t => t.UserId == user.Id || t.UserId == targetId).ToListAsync(ct))
        {
            if (tag.UserId == user.Id) keys[ConditionKeys.PrincipalTag + tag.Key] = [tag.Value];
            if (target is not null && tag.UserId == target.Id) keys[ConditionKeys.ResourceTag + tag.Key] = [tag.Value];
        }

        return keys;
    }

    /// <summary>
    /// What speaks for the user. Inside a sign-in that is the console alone, since somebody without any right must get his
    /// first device; yet what denies him certain security keys denies them there too.
    /// </summary>
    internal async Task<IReadOnlyList<NamedPolicy>> PoliciesAsync(IamDbContext db, IamUser user, SessionKind kind, CancellationToken ct) =>
        kind is SessionKind.Enrolment
            ? [ConsolePolicies.ProtectRoot, ConsolePolicies.EnrolmentSession, .. (await policies.FindAsync(db, user.Id, ct)).Select(AgainstKeys).OfType<NamedPolicy>()]
        : user.IsRoot ? [ConsolePolicies.ProtectRoot, ConsolePolicies.RootUser]
        : [ConsolePolicies.ProtectRoot, .. await policies.FindAsync(db, user.Id, ct)];

    private static NamedPolicy? AgainstKeys(NamedPolicy policy)
    {
        var denials = policy.Document.Statements.Where(s => s.Effect is PolicyEffect.Deny && s.Conditions.Any(c => ConditionKeys.IsOfKeys(c.Key))).ToList();
        return denials.Count == 0 ? null : policy with { Document = policy.Document with { Statements = denials } };
    }
}
