using IamConsole.Core.AccountOpening;
using IamConsole.Core.Accounts;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Users;

/// <summary>Creating, finding, changing and deleting users, and the account's figures.</summary>
public sealed class UserAdministrationTests
{
    [Theory, BothDatabases]
    public async Task A_name_is_unique_in_the_account_without_regard_to_case_even_at_once(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (other, otherRoot) = await iam.SignedInRootAsync();

        var answers = await Simultaneously.RunAsync(6, i => iam.Get<CreateUser>().RunAsync(
            root.Caller, new NewUser(i % 2 == 0 ? "Dave" : "dAVE", "/", null, false, []), IamScenario.Ct));

        Assert.Single(answers, a => a.Succeeded);
        Assert.Equal(5, answers.Count(a => a.Error is { Code: "EntityAlreadyExists", Field: UserErrors.NameField }));
        Assert.Equal(5, (await iam.TrailAsync()).Count(e => e is { EventName: "CreateUser", Succeeded: false }));
        await iam.UserAsync(other, otherRoot, "dave");
        await iam.UserAsync(account, root, "root");
    }

    [Theory, BothDatabases]
    public async Task Pages_follow_each_other_in_byte_order_on_both_databases(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        string[] names = ["alice", "Bob", "_x", "-a", "=b", "+c", "a-b", "ab", "a_b", "Ab2", "zoe", "@home", "1st", "a.c", "a,c"];
        foreach (var name in names) await iam.UserAsync(account, root, name, hasPassword: false);
        var (found, after) = (new List<string>(), default(string));
        do
        {
            var page = (await iam.Get<ListUsers>().RunAsync(root.Caller, new UserQuery(After: after, Size: 4), IamScenario.Ct)).Ok();
            Assert.Equal(names.Length, page.Total);
            found.AddRange(page.Rows.Select(r => r.Name));
            after = page.NextAfter;
        }
        while (after is not null);

        Assert.Equal(names.OrderBy(n => n.ToUpperInvariant(), StringComparer.Ordinal), found);
    }

    [Theory, BothDatabases]
    public async Task A_search_takes_wildcards_literally_and_ignores_case_in_names_and_paths(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "a_b", hasPassword: false);
        await iam.UserAsync(account, root, "axb", hasPassword: false, path: "/Sales/100%/");
        async Task<string> Find(string search) => string.Join(' ',
            (await iam.Get<ListUsers>().RunAsync(root.Caller, new UserQuery(search), IamScenario.Ct)).Ok().Rows.Select(r => r.Name));

        Assert.Equal("a_b", await Find("A_B"));
        Assert.Equal("a_b", await Find("a_"));
        Assert.Equal("", await Find("_"));
        Assert.Equal("axb", await Find("/s"));
        Assert.Equal("axb a_b", await Find("/"));
        Assert.Equal("", await Find("%"));
        Assert.Equal("axb a_b", await Find("A"));
        Assert.Equal("axb", await Find("0%/"));
        Assert.Equal("axb", await Find(" sALES "));
        Assert.Equal("", await Find("\\"));
        Assert.Equal("", await Find("a\0b"));
        Assert.Equal("axb a_b", await Find("  "));
    }

    [Theory, BothDatabases]
    public async Task The_users_without_mfa_are_those_with_a_password_and_no_device(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, _) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.UserAsync(account, root, "dave");
        await iam.UserAsync(account, root, "robot", hasPassword: false);

        var page = await iam.Get<ListUsers>().RunAsync(root.Caller, new UserQuery(Mfa: MfaStrength.None), IamScenario.Ct);

        Assert.Equal("dave", Assert.Single(page.Ok().Rows).Name);
    }

    [Theory, BothDatabases]
    public async Task The_summary_counts_users_by_their_strongest_device_and_hides_it_from_users(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.RegisterKeyAsync(root, alice.UserId, "alices-key", [1]);
        var bob = await iam.UserAsync(account, root, "bob");
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", await iam.TokenInStockAsync(Partition.Aws, "HT-1"), "bobs");
        await iam.TokenInStockAsync(Partition.Aws, "HT-2");
        await iam.TokenInStockAsync(Partition.AwsUsGov, "HT-3");
        var dave = await iam.SignInAsync(await iam.UserAsync(account, root, "dave"));
        await iam.AssignAppAsync(root, root.UserId, "root-app");

        var summary = (await iam.Get<GetAccountSummary>().RunAsync(root.Caller, IamScenario.Ct)).Ok();
        var ofUser = (await iam.Get<GetAccountSummary>().RunAsync(dave.Caller, IamScenario.Ct)).Ok();

        Assert.Equal(new AccountFigures(3, 2, 1, new DeviceCounts(1, 1, 1), new DeviceCounts(1, 0, 1), new TokenFigures(1, 0, 0)), summary.Figures);
        Assert.Equal((1, 1), (summary.RootDevices, summary.Own.VirtualDevices));
        Assert.Equal((null, null), (ofUser.Figures, ofUser.RootDevices));
    }

    [Theory, BothDatabases]
    public async Task The_summary_of_an_account_without_users_is_zero(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();

        Assert.Equal(new AccountFigures(0, 0, 0, new DeviceCounts(0, 0, 0), new DeviceCounts(0, 0, 0), new TokenFigures(0, 0, 0)),
            (await iam.Get<GetAccountSummary>().RunAsync(root.Caller, IamScenario.Ct)).Ok().Figures);
    }

    [Theory, BothDatabases]
    public async Task The_last_administrator_of_a_govcloud_account_stays_one_even_when_two_demote_each_other(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, first) = await iam.SignedInRootAsync(Partition.AwsUsGov);
        var administrator = IamScenario.Administrator(Partition.AwsUsGov);
        Assert.Equal(UserErrors.LastAdministrator,
            (await iam.Get<DetachUserPolicy>().RunAsync(first.Caller, first.UserId, administrator, IamScenario.Ct)).Error);
        Assert.Equal(UserErrors.LastAdministrator,
            (await iam.Get<SetConsolePassword>().RemoveAsync(first.Caller, first.UserId, IamScenario.Ct)).Error);
        Assert.Equal(("DeleteLoginProfile", false), ((await iam.LastEventAsync()).EventName, (await iam.LastEventAsync()).Succeeded));
        for (var round = 0; round < 5; round++)
        {
            var one = await iam.SignInAsync(account.Root);
            var other = await iam.SignInAsync(await iam.AdministratorAsync(account, one, "admin" + round));
            SignedIn[] both = [one, other];

            await Simultaneously.RunAsync(2, i => iam.Get<DetachUserPolicy>().RunAsync(
                both[i].Caller, both[1 - i].UserId, administrator, IamScenario.Ct));

            Assert.Equal(1, await iam.ReadAsync(db => db.PolicyAttachments.CountAsync(a => a.PolicyArn == administrator)));
            await using var db = await iam.OpenAsync();
            await db.PolicyAttachments.ExecuteDeleteAsync(IamScenario.Ct);
            db.PolicyAttachments.Add(PolicyAttachment.ToUser(account.Id, one.UserId, administrator));
            await db.SaveChangesAsync(IamScenario.Ct);
        }
    }

    [Theory, BothDatabases]
    public async Task Nobody_deletes_himself_and_a_deleted_user_leaves_nothing_but_his_trail(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var admin = await iam.SignInAsync(await iam.AdministratorAsync(account, root, "admin"));
        await iam.SignInAsync(alice);
        await iam.PendingAsync(alice);

        Assert.Equal(UserErrors.CannotDeleteOneself, (await iam.Get<DeleteUser>().RunAsync(admin.Caller, admin.UserId, IamScenario.Ct)).Error);
        (await iam.Get<DeleteUser>().RunAsync(admin.Caller, alice.UserId, IamScenario.Ct)).Ok();

        await using var db = await iam.OpenAsync();
        Assert.False(await db.MfaDevices.AnyAsync(d => d.UserId == alice.UserId, IamScenario.Ct));
        Assert.False(await db.Sessions.AnyAsync(s => s.UserId == alice.UserId, IamScenario.Ct));
        Assert.False(await db.PendingSignIns.AnyAsync(p => p.UserId == alice.UserId, IamScenario.Ct));
        Assert.False(await db.Notices.AnyAsync(n => n.UserId == alice.UserId, IamScenario.Ct));
        Assert.True(await db.AuditEvents.AnyAsync(e => e.ActorId == alice.UserId, IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task Of_two_set_ups_together_one_opens_the_first_account(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);

        var answers = await Simultaneously.RunAsync(4, i => iam.Get<OpenAccount>().RunAsync(
            new NewAccount("Example", null, Partition.Aws, "DE", $"root{i}@example.com", IamScenario.Password),
            IamScenario.Client, onlyIfFirst: true, IamScenario.Ct));

        Assert.Single(answers, a => a.Succeeded);
        Assert.Equal(3, answers.Count(a => a.Error == AccountOpeningErrors.AlreadySetUp));
    }

    [Theory, BothDatabases]
    public async Task An_email_address_and_an_alias_name_one_account_even_at_once(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);

        var answers = await Simultaneously.RunAsync(4, i => iam.Get<OpenAccount>().RunAsync(
            new NewAccount("Example", i % 2 == 0 ? "example" : null, Partition.Aws, "DE", i == 2 ? "x@example.com" : "ROOT@example.com", IamScenario.Password),
            IamScenario.Client, onlyIfFirst: false, IamScenario.Ct));

        Assert.All(answers.Where(a => !a.Succeeded),
            a => Assert.Contains(a.Error, new[] { AccountErrors.EmailTaken, AccountErrors.AliasTaken }));
        Assert.InRange(answers.Count(a => a.Succeeded), 1, 2);
    }
}
