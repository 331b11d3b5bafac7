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

    internal async Task<IReadOnlyList<NamedPolicy>> PoliciesAsync(IamDbContext db, IamUser user, SessionKind kind, CancellationToken ct) =>
        kind is SessionKind.Enrolment ? [ConsolePolicies.ProtectRoot, ConsolePolicies.EnrolmentSession]
        : user.IsRoot ? [ConsolePolicies.ProtectRoot, ConsolePolicies.RootUser]
        : [ConsolePolicies.ProtectRoot, .. await policies.FindAsync(db, user.Id, ct)];
}
