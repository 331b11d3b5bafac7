using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.Policies.Language;
using IamConsole.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>The users of a replay, each read once.</summary>
internal sealed class ReplayPeople
{
    private readonly Dictionary<string, ReplayPerson?> _known = [];
    private readonly IamDbContext _db;
    private readonly FindAccess _access;
    private readonly Account _account;
    private readonly PolicyDraft _draft;
    private readonly NamedPolicy _policy;
    private readonly HashSet<string>? _concerned;

    private ReplayPeople(IamDbContext db, FindAccess access, Account account, PolicyDraft draft, HashSet<string>? concerned, string? replacedName)
    {
        (_db, _access, _account, _draft, _concerned) = (db, access, account, draft, concerned);
        _policy = new NamedPolicy(replacedName ?? draft.InlineName ?? "Draft", "the draft", PolicyParser.ReadOwn(draft.Document));
    }

    public static async Task<ReplayPeople> CreateAsync(
        IamDbContext db, FindAccess access, string accountId, PolicyDraft draft, CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, ct);
        HashSet<string>? concerned = draft.UserId is not null ? [draft.UserId] : null;
        if (draft.GroupName is not null)
        {
            var name = PolicyName.Normalize(draft.GroupName);
            concerned = [.. await db.GroupMembers
                .Where(m => db.Groups.Any(g => g.Id == m.GroupId && g.AccountId == accountId && g.NormalizedName == name))
                .Select(m => m.UserId).ToListAsync(ct)];
        }

        var replaced = draft.Replaces is null ? null : await db.ManagedPolicies
            .Where(p => p.AccountId == accountId && p.Arn == draft.Replaces).Select(p => p.Name).SingleOrDefaultAsync(ct);
        return new ReplayPeople(db, access, account, draft, concerned, replaced);
    }

    /// <summary>Null for root, whom no policy concerns, and for who is gone.</summary>
    public async Task<ReplayPerson?> FindAsync(string userId, CancellationToken ct)
    {
        if (_known.TryGetValue(userId, out var known)) return known;
        var user = await _db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId && u.AccountId == _account.Id && !u.IsRoot, ct);
        if (user is null) return _known[userId] = null;
        var now = await _access.PoliciesAsync(_db, user, SessionKind.Console, ct);
        var keys = await _access.KeysAsync(_db, _account, user, PretendedSession.Of(user, default), new ClientInfo(null, null, null), null, ct);
        return _known[userId] = new ReplayPerson(user.Name, keys, now, Then(userId, now));
    }

    // An inline policy may have the managed one's name: only what the user or group is attached to is replaced.
    private IReadOnlyList<NamedPolicy> Then(string userId, IReadOnlyList<NamedPolicy> now) =>
        _draft.Replaces is not null ? [.. now.Select(p => p.Arn == _draft.Replaces ? _policy : p)]
        : _concerned is null || _concerned.Contains(userId) ? [.. now.Where(p => !IsReplaced(p)), _policy]
        : now;

    private bool IsReplaced(NamedPolicy policy) => _draft.InlineName is not null && policy.Arn is null && policy.Name == _draft.InlineName
        && policy.Source == PrincipalPolicies.Source(_draft.GroupName);
}
