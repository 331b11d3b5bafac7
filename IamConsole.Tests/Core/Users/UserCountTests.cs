using IamConsole.Core.Accounts;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Users;

/// <summary>The kept figures are those that counting would find, whatever happened to the users.</summary>
public sealed class UserCountTests
{
    [Theory, BothDatabases]
    public async Task The_figures_are_right_after_every_kind_of_change(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (other, otherRoot) = await iam.SignedInRootAsync();
        await iam.UserAsync(other, otherRoot, "stranger");
        var dave = await iam.UserAsync(account, root, "dave");
        await AssertRightAsync(iam, root, account);
        var app = await iam.AssignAppAsync(root, dave.UserId, "daves-app");
        await AssertRightAsync(iam, root, account);
        await iam.TokenInStockAsync(Partition.Aws, "HT-2");
        await iam.AssignTokenAsync(root, dave.UserId, "HT-1", await iam.TokenInStockAsync(Partition.Aws, "HT-1"), "daves-token");
        await AssertRightAsync(iam, root, account);
        await iam.RegisterKeyAsync(root, dave.UserId, "daves-key", [1]);
        await AssertRightAsync(iam, root, account);
        (await iam.Get<SetConsolePassword>().RemoveAsync(root.Caller, dave.UserId, IamScenario.Ct)).Ok();
        await AssertRightAsync(iam, root, account);
        (await iam.Get<SetConsolePassword>().RunAsync(root.Caller, dave.UserId, "a new long password", false, IamScenario.Ct)).Ok();
        (await iam.Get<RemoveMfaDevice>().RunAsync(root.Caller, dave.UserId, app.DeviceId, IamScenario.Ct)).Ok();
        await AssertRightAsync(iam, root, account);
        await iam.AssignAppAsync(root, root.UserId, "root-app");
        (await iam.Get<DeleteUser>().RunAsync(root.Caller, dave.UserId, IamScenario.Ct)).Ok();
        await AssertRightAsync(iam, root, account);
        Assert.Equal(1, (await iam.Get<GetAccountSummary>().RunAsync(otherRoot.Caller, IamScenario.Ct)).Ok().Figures!.Users);
    }

    [Theory, BothDatabases]
    public async Task The_figures_are_right_after_changes_at_once_and_after_changes_undone(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await Simultaneously.RunAsync(12, i => iam.Get<CreateUser>().RunAsync(
            root.Caller, new NewUser($"user{i % 9}", "/", i % 2 == 0 ? IamScenario.Password : null, false, []), IamScenario.Ct));
        var ids = await iam.ReadAsync(db => db.Users.Where(u => u.AccountId == account.Id && !u.IsRoot).Select(u => u.Id).ToListAsync(IamScenario.Ct));
        Assert.Equal(9, ids.Count);
        await Simultaneously.RunAsync(ids.Count, i => i % 3 == 0
            ? iam.Get<DeleteUser>().RunAsync(root.Caller, ids[i], IamScenario.Ct)
            : iam.Get<SetConsolePassword>().RunAsync(root.Caller, ids[i], "a new long password", false, IamScenario.Ct));
        await using (var db = await iam.OpenAsync())
        await using (await db.BeginWriteAsync(IamScenario.Ct))
            await db.Users.Where(u => u.AccountId == account.Id && !u.IsRoot).ExecuteDeleteAsync(IamScenario.Ct);

        await AssertRightAsync(iam, root, account);
    }

    [Theory, BothDatabases]
    public async Task The_last_migration_left_every_trigger_where_it_belongs_and_runs_again_without_harm(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "dave");
        await using var db = await iam.OpenAsync();
        var sqlite = database is DatabaseKind.Sqlite;
        for (var round = 0; round < 2; round++)
        {
            var triggers = await db.Database.SqlQueryRaw<string>(sqlite
                ? """SELECT name AS "Value" FROM sqlite_master WHERE type = 'trigger'"""
                : """SELECT tgname::text AS "Value" FROM pg_trigger WHERE NOT tgisinternal""").ToListAsync(IamScenario.Ct);
            Assert.Equal((sqlite ? SqliteUserSql.Triggers : [PostgresUserSql.Trigger]).Order(), triggers.Order());
            await db.Database.ExecuteSqlRawAsync(sqlite ? SqliteUserSql.Up : PostgresUserSql.Up, IamScenario.Ct);
        }

        await AssertRightAsync(iam, root, account);
        Assert.Single((await iam.Get<ListUsers>().RunAsync(root.Caller, new UserQuery("dav"), IamScenario.Ct)).Ok().Rows);
    }

    [Theory, BothDatabases]
    public async Task Tokens_that_expire_soon_or_lie_idle_are_counted_for_their_own_account_and_partition(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (other, otherRoot) = await iam.SignedInRootAsync();
        var today = DateOnly.FromDateTime(iam.Now.UtcDateTime);
        await iam.TokenInStockAsync(Partition.Aws, "IN-90", today.AddDays(90));
        await iam.TokenInStockAsync(Partition.Aws, "IN-91", today.AddDays(91));
        await iam.TokenInStockAsync(Partition.AwsUsGov, "GOV", today.AddDays(9));
        var dave = await iam.UserAsync(account, root, "dave");
        await iam.AssignTokenAsync(root, dave.UserId, "DAVE", await iam.TokenInStockAsync(Partition.Aws, "DAVE", today.AddDays(5)), "daves");

        Assert.Equal(new TokenFigures(2, 2, 0), (await iam.Get<GetAccountSummary>().RunAsync(root.Caller, IamScenario.Ct)).Ok().Figures!.Tokens);
        Assert.Equal(new TokenFigures(2, 1, 0), (await iam.Get<GetAccountSummary>().RunAsync(otherRoot.Caller, IamScenario.Ct)).Ok().Figures!.Tokens);
        var admin = await iam.AdministratorAsync(other, otherRoot, "admin");
        iam.Clock.Advance(TimeSpan.FromDays(181));
        var later = await iam.SignInAsync(admin);
        Assert.Equal(2, (await iam.Get<GetAccountSummary>().RunAsync(later.Caller, IamScenario.Ct)).Ok().Figures!.Tokens.LongUnassigned);
    }

    private static async Task AssertRightAsync(IamScenario iam, SignedIn root, AccountWithRoot account)
    {
        var users = await iam.ReadAsync(db => db.Users.AsNoTracking().Where(u => u.AccountId == account.Id && !u.IsRoot).ToListAsync(IamScenario.Ct));
        int Strongest(MfaStrength strength) => users.Count(u => u.HasConsoleAccess && u.MfaStrength == strength);
        var figures = (await iam.Get<GetAccountSummary>().RunAsync(root.Caller, IamScenario.Ct)).Ok().Figures!;
        Assert.Equal(
            new AccountFigures(
                users.Count, users.Count(u => u.DeviceCount > 0), users.Count(u => u.HasConsoleAccess && u.DeviceCount == 0),
                new DeviceCounts(users.Sum(u => u.SecurityKeys), users.Sum(u => u.VirtualDevices), users.Sum(u => u.HardwareTokens)),
                new DeviceCounts(Strongest(MfaStrength.SecurityKey), Strongest(MfaStrength.Virtual), Strongest(MfaStrength.Hardware)),
                figures.Tokens),
            figures);
    }
}
