using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

/// <summary>
/// The users that a query lets through, in two forms. <see cref="Narrow"/> is found by the filters' own indexes: good for few
/// hits in any order. <see cref="Along"/> is checked row by row along the index of the order: good for many, because the next
/// page of them is never far. A count of at most ten thousand decides.
/// </summary>
internal sealed class UserFilter(IamDbContext db, string accountId, UserQuery query, string? groupId, DateTimeOffset now)
{
    private const int ShortestPart = 3;

    /// <summary>The filter of <paramref name="query"/>; a group that does not exist has no members.</summary>
    public static async Task<UserFilter> OfAsync(IamDbContext db, string accountId, UserQuery query, DateTimeOffset now, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(query.Group)) return new UserFilter(db, accountId, query, null, now);
        var name = UserName.Normalize(query.Group);
        if (name.Any(c => char.IsControl(c) || char.IsSurrogate(c))) name = "";
        var group = await db.Groups.Where(g => g.AccountId == accountId && g.NormalizedName == name).Select(g => g.Id).SingleOrDefaultAsync(ct);
        return new UserFilter(db, accountId, query, group ?? "", now);
    }

    // Times that no row has, for rows that have none.
    private static readonly DateTimeOffset Early = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Late = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Names and paths are ASCII: one upper case serves both, and a control character is in neither.
    private readonly string _part = UserName.Normalize(query.Search?.Trim() ?? "");

    private DateTimeOffset PasswordsBefore => now.AddDays(-query.PasswordOlderThan ?? 0);

    private DateTimeOffset ActiveSince => query.ActiveWithin is 0 ? new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) : now.AddDays(-query.ActiveWithin ?? 0);

    /// <summary>Whether one index answers filter and order together, so that nothing has to be counted first.</summary>
    public bool IsDirect => query.Sort is UserSort.Name && !IsCommonKind && groupId is null && query.ConsoleAccess is not true && query.PasswordOlderThan is null && query.ActiveWithin is null
        && (_part.Length == 0 || IsShort && _part[0] != '/')
        && new[] { query.Mfa is not null, query.ConsoleAccess is false, query.NeverActive, _part.Length > 0 }.Count(set => set) <= 1;

    // A user may have these beside a stronger one.
    private bool IsCommonKind => query.Mfa is MfaStrength.Virtual or MfaStrength.Hardware;

    private bool IsShort => _part.Length < ShortestPart;

    public IQueryable<IamUser> Narrow()
    {
        var users = Own(!IsShort ? db.FindUsers(_part) : groupId is null ? Beginning(db.Users) : Beginning(db.FindMembers(groupId)));
        if (groupId is not null && !IsShort) users = Members(users);
        if (query.Mfa is MfaStrength.Virtual) users = users.Where(u => u.VirtualDevices > 0);
        if (query.Mfa is MfaStrength.Hardware) users = users.Where(u => u.HardwareTokens > 0);
        if (query.PasswordOlderThan is not null) users = users.Where(u => u.PasswordChangedAt < PasswordsBefore);
        if (query.ActiveWithin is not null) users = users.Where(u => u.LastSignInAt >= ActiveSince);
        return query.ConsoleAccess is true ? users.Where(u => u.PasswordChangedAt != null) : users;
    }

    public IQueryable<IamUser> Along()
    {
        var users = Own(IsShort ? Beginning(db.Users) : db.Users.Where(u => u.NormalizedName.Contains(_part) || u.Path.ToUpper().Contains(_part)));
        if (groupId is not null) users = Members(users);
        if (query.Mfa is MfaStrength.Virtual) users = users.Where(u => -u.VirtualDevices < 0);
        if (query.Mfa is MfaStrength.Hardware) users = users.Where(u => -u.HardwareTokens < 0);
        if (query.PasswordOlderThan is not null) users = users.Where(u => (u.PasswordChangedAt ?? Late) < PasswordsBefore);
        if (query.ActiveWithin is not null) users = users.Where(u => (u.LastSignInAt ?? Early) >= ActiveSince);
        return query.ConsoleAccess is true ? users.Where(u => u.PasswordHash != null) : users;
    }

    private IQueryable<IamUser> Own(IQueryable<IamUser> users)
    {
        users = users.AsNoTracking().Where(u => u.AccountId == accountId && !u.IsRoot);
        if (_part.Any(c => char.IsControl(c) || char.IsSurrogate(c))) users = users.Where(_ => false);
        if (query.Mfa is { } strength && !IsCommonKind) users = users.Where(u => u.MfaStrength == strength);
        if (query.NeverActive) users = users.Where(u => u.LastSignInAt == null);
        return query.ConsoleAccess is false ? users.Where(u => u.PasswordChangedAt == null) : users;
    }

    private IQueryable<IamUser> Members(IQueryable<IamUser> users) =>
        users.Where(u => db.GroupMembers.Any(m => m.GroupId == groupId && m.UserId == u.Id));

    private IQueryable<IamUser> Beginning(IQueryable<IamUser> users)
    {
        if (_part.Length == 0 || _part == "/") return users;
        var end = Next(_part);
        if (_part[0] != '/') return users.Where(u => string.Compare(u.NormalizedName, _part) >= 0 && string.Compare(u.NormalizedName, end) < 0);

        // Paths are kept as typed: both cases of the one letter.
        var small = _part.ToLowerInvariant();
        var smallEnd = Next(small);
        return users.Where(u => string.Compare(u.Path, _part) >= 0 && string.Compare(u.Path, end) < 0
            || string.Compare(u.Path, small) >= 0 && string.Compare(u.Path, smallEnd) < 0);
    }

    private static string Next(string part) => part[..^1] + (char)(part[^1] + 1);
}
