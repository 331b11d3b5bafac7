using IamConsole.Core.Accounts;
using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Users;

/// <summary>Filters, orders and pages of the users.</summary>
public sealed class ListUsersTests
{
    public static TheoryData<DatabaseKind, UserSort, bool> Orders()
    {
        var data = new TheoryData<DatabaseKind, UserSort, bool>();
        foreach (var kind in Enum.GetValues<DatabaseKind>())
            foreach (var sort in Enum.GetValues<UserSort>())
                foreach (var descending in new[] { false, true }) data.Add(kind, sort, descending);
        return data;
    }

    [Theory, MemberData(nameof(Orders))]
    public async Task Pages_of_every_order_follow_each_other_across_equal_values_and_missing_ones(
        DatabaseKind database, UserSort sort, bool descending)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var now = iam.Now;
        await AddAsync(iam, account, Enumerable.Range(0, 23).Select(i => (Action<IamUser>)(u =>
        {
            u.Path = i % 3 == 0 ? "/" : i % 3 == 1 ? "/Field/" : "/field/";
            (u.SecurityKeys, u.HardwareTokens, u.VirtualDevices) = (i % 5 == 1 ? 1 : 0, i % 5 == 2 ? 1 : 0, i % 5 == 3 ? 1 : 0);
            u.PasswordHash = i % 4 == 0 ? null : "hash";
            u.PasswordChangedAt = i % 4 == 0 ? null : now.AddDays(-(i % 4));
            u.LastSignInAt = i % 6 == 0 ? null : now.AddHours(-(i % 3));
        })));
        var expected = await ExpectedAsync(iam, account, sort, descending);

        foreach (var size in new[] { 1, 4, 100 })
            Assert.Equal(expected, await WalkAsync(iam, root, new UserQuery(Sort: sort, Descending: descending, Size: size)));
        Assert.Equal(expected.Where(name => int.Parse(name[4..], null) % 3 != 0),
            await WalkAsync(iam, root, new UserQuery("FIELD", Sort: sort, Descending: descending, Size: 4)));
    }

    [Theory, BothDatabases]
    public async Task Each_filter_lets_its_users_through_and_filters_narrow_each_other(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var now = iam.Now;
        await AddAsync(iam, account,
        [
            u => (u.PasswordHash, u.PasswordChangedAt, u.LastSignInAt) = ("h", now.AddDays(-100), now.AddDays(-40)),
            u => (u.PasswordHash, u.PasswordChangedAt, u.SecurityKeys, u.VirtualDevices, u.LastSignInAt) = ("h", now.AddDays(-20), 2, 1, now),
            u => (u.PasswordHash, u.PasswordChangedAt, u.HardwareTokens, u.LastSignInAt) = ("h", now.AddDays(-91), 1, now.AddDays(-6)),
            u => u.VirtualDevices = 1,
            _ => { },
        ]);
        async Task<string> Find(UserQuery query)
        {
            var page = (await iam.Get<ListUsers>().RunAsync(root.Caller, query, IamScenario.Ct)).Ok();
            Assert.Equal((5, page.Rows.Count), (page.Total, page.Matches));
            return string.Concat(page.Rows.Select(r => r.Name[^1]));
        }

        Assert.Equal("0", await Find(new(Mfa: MfaStrength.None)));
        Assert.Equal("1", await Find(new(Mfa: MfaStrength.SecurityKey)));
        Assert.Equal("13", await Find(new(Mfa: MfaStrength.Virtual)));
        Assert.Equal("2", await Find(new(Mfa: MfaStrength.Hardware)));
        Assert.Equal("012", await Find(new(ConsoleAccess: true)));
        Assert.Equal("34", await Find(new(ConsoleAccess: false)));
        Assert.Equal("02", await Find(new(PasswordOlderThan: 90)));
        Assert.Equal("0", await Find(new(PasswordOlderThan: 95)));
        Assert.Equal("1", await Find(new(ActiveWithin: 0)));
        Assert.Equal("12", await Find(new(ActiveWithin: 7)));
        Assert.Equal("012", await Find(new(ActiveWithin: 90)));
        Assert.Equal("34", await Find(new(NeverActive: true)));
        Assert.Equal("2", await Find(new(PasswordOlderThan: 90, ActiveWithin: 30)));
        Assert.Equal("3", await Find(new(Mfa: MfaStrength.Virtual, ConsoleAccess: false, NeverActive: true)));
        Assert.Equal("20", await Find(new("user", PasswordOlderThan: 90, Sort: UserSort.PasswordAge)));
    }

    [Theory, BothDatabases]
    public async Task Today_begins_at_midnight_UTC(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var midnight = new DateTimeOffset(iam.Now.UtcDateTime.Date, TimeSpan.Zero);
        await AddAsync(iam, account, [u => u.LastSignInAt = midnight.AddSeconds(-1), u => u.LastSignInAt = midnight]);

        Assert.Equal(["user001"], await WalkAsync(iam, root, new UserQuery(ActiveWithin: 0)));
    }

    [Theory, BothDatabases]
    public async Task A_search_finds_every_part_literally_and_only_in_the_own_account(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (other, stranger) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "mary_jane@example.com", hasPassword: false, path: "/a%b\\c\"d'e/");
        await iam.UserAsync(account, root, "maryXjane", hasPassword: false, path: "/AND/OR/NEAR(*)/");
        await iam.UserAsync(other, stranger, "mary_other", hasPassword: false);
        async Task<string> Find(string search) => string.Join(' ', await WalkAsync(iam, root, new UserQuery(search)));

        Assert.Equal("maryXjane mary_jane@example.com", await Find("aRy"));
        Assert.Equal("mary_jane@example.com", await Find("Y_J"));
        Assert.Equal("mary_jane@example.com", await Find("A%B"));
        Assert.Equal("mary_jane@example.com", await Find("b\\c"));
        Assert.Equal("mary_jane@example.com", await Find("c\"d'e"));
        Assert.Equal("mary_jane@example.com", await Find("example.com"));
        Assert.Equal("maryXjane", await Find("near(*)"));
        Assert.Equal("maryXjane", await Find("and/or"));
        foreach (var nothing in new[] { "%%%", "___", "***", "\"\"\"", "a*b", "mary OR", "Name:mary", "abc\0d", "😀😀😀", "\ud800xy" })
            Assert.Equal("", await Find(nothing));
    }

    [Theory, BothDatabases]
    public async Task The_search_follows_every_change_of_a_user(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave-the-first", hasPassword: false);
        await iam.ReadAsync(db => db.Users.Where(u => u.Id == dave.UserId).ExecuteUpdateAsync(
            s => s.SetProperty(u => u.Name, "erin").SetProperty(u => u.NormalizedName, "ERIN").SetProperty(u => u.Path, "/moved/"), IamScenario.Ct));

        Assert.Empty(await WalkAsync(iam, root, new UserQuery("the-first")));
        Assert.Equal(["erin"], await WalkAsync(iam, root, new UserQuery("ERI")));
        Assert.Equal(["erin"], await WalkAsync(iam, root, new UserQuery("moved")));
        (await iam.Get<DeleteUser>().RunAsync(root.Caller, dave.UserId, IamScenario.Ct)).Ok();
        Assert.Empty(await WalkAsync(iam, root, new UserQuery("moved")));
    }

    [Theory, BothDatabases]
    public async Task A_cursor_that_somebody_typed_does_no_harm(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await AddAsync(iam, account, [_ => { }]);

        foreach (var after in new[] { "~", "~~", "a~99999999999999999999", "a~-1", "\0", "\ud800", "x~y", "' OR 1=1 --" })
            foreach (var sort in Enum.GetValues<UserSort>())
                (await iam.Get<ListUsers>().RunAsync(root.Caller, new UserQuery(Sort: sort, After: after), IamScenario.Ct)).Ok();
    }

    internal static async Task AddAsync(IamScenario iam, AccountWithRoot account, IEnumerable<Action<IamUser>> users)
    {
        await using var db = await iam.OpenAsync();
        foreach (var (i, set) in users.Index())
        {
            var user = CreateUser.New(account.Id, $"user{i:000}", "/", iam.Now.AddMinutes(-(i % 4)));
            set(user);
            db.Users.Add(user);
        }

        await db.SaveChangesAsync(IamScenario.Ct);
    }

    private static async Task<List<string>> WalkAsync(IamScenario iam, SignedIn root, UserQuery query)
    {
        var names = new List<string>();
        do
        {
            var page = (await iam.Get<ListUsers>().RunAsync(root.Caller, query, IamScenario.Ct)).Ok();
            names.AddRange(page.Rows.Select(r => r.Name));
            query = query with { After = page.NextAfter };
        }
        while (query.After is not null);
        return names;
    }

    private static async Task<List<string>> ExpectedAsync(IamScenario iam, AccountWithRoot account, UserSort sort, bool descending)
    {
        var users = await iam.ReadAsync(db => db.Users.AsNoTracking().Where(u => u.AccountId == account.Id && !u.IsRoot).ToListAsync(IamScenario.Ct));
        object Key(IamUser u) => sort switch
        {
            UserSort.Name => 0,
            UserSort.Path => Array.IndexOf(["/", "/Field/", "/field/"], u.Path),
            UserSort.Mfa => (int)UserRow.Of(u).MfaStrength,
            UserSort.PasswordAge => -(u.PasswordChangedAt?.UtcTicks ?? 0),
            UserSort.LastActivity => u.LastSignInAt?.UtcTicks ?? 0,
            _ => u.CreatedAt.UtcTicks,
        };
        var ordered = users.OrderBy(Key).ThenBy(u => sort is UserSort.PasswordAge ? "" : u.NormalizedName, StringComparer.Ordinal);
        var names = (sort is UserSort.PasswordAge ? ordered.ThenByDescending(u => u.NormalizedName, StringComparer.Ordinal) : ordered)
            .Select(u => u.Name).ToList();
        if (descending) names.Reverse();
        return names;
    }
}
