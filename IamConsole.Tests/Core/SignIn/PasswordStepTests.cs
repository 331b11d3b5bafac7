using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.SignIn;

/// <summary>The first step: one answer for every failure (security bar T15).</summary>
public sealed class PasswordStepTests
{
    [Theory, BothDatabases]
    public async Task Unknown_user_wrong_password_no_console_access_and_throttled_get_the_same_answer(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var nobody = await iam.UserAsync(account, root, "without-password", hasPassword: false);

        var unknown = await iam.TypePasswordAsync(dave.Credentials with { UserName = "nobody" });
        var unknownAccount = await iam.TypePasswordAsync(dave.Credentials with { Account = "no-such-account" });
        var strange = await iam.TypePasswordAsync(dave.Credentials with { Account = "\0" });
        var wrong = await iam.TypePasswordAsync(dave.Credentials with { Password = "wrong password" });
        var noAccess = await iam.TypePasswordAsync(nobody.Credentials);
        var wrongRoot = await iam.TypePasswordAsync(new Credentials(null, null, "stranger@example.com", "x"));
        for (var i = 0; i < 9; i++) await iam.TypePasswordAsync(dave.Credentials with { Password = "wrong password" });
        var throttled = await iam.TypePasswordAsync(dave.Credentials);

        Assert.All([unknown, unknownAccount, strange, wrong, noAccess, wrongRoot, throttled],
            answer => Assert.Equal(SignInErrors.AuthenticationFailed, answer.Error));
        Assert.Equal("Throttled", (await iam.LastEventAsync()).Reason);
    }

    [Theory, BothDatabases]
    public async Task A_throttled_name_is_free_again_after_five_minutes_and_all_the_time_elsewhere(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        for (var i = 0; i < 11; i++) await iam.TypePasswordAsync(dave.Credentials with { Password = "wrong password" });
        var elsewhere = IamScenario.Client with { Address = "198.51.100.1" };

        var other = await iam.Get<BeginSignIn>().RunAsync(dave.Credentials, IamScenario.Browser, elsewhere, IamScenario.Ct);
        iam.Clock.Advance(TimeSpan.FromMinutes(5));
        var later = await iam.TypePasswordAsync(dave.Credentials);

        Assert.True(other.Succeeded);
        Assert.True(later.Succeeded);
    }

    [Theory, BothDatabases]
    public async Task Number_and_alias_of_an_account_share_one_budget_of_wrong_passwords(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        await using (var db = await iam.OpenAsync())
            await db.Accounts.ExecuteUpdateAsync(s => s.SetProperty(a => a.Alias, "example"), IamScenario.Ct);
        for (var i = 0; i < 10; i++) await iam.TypePasswordAsync(dave.Credentials with { Password = "wrong password" });

        var byAlias = await iam.TypePasswordAsync(dave.Credentials with { Account = "example" });
        iam.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(SignInErrors.AuthenticationFailed, byAlias.Error);
        Assert.True((await iam.TypePasswordAsync(dave.Credentials with { Account = "example" })).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task Simultaneous_wrong_passwords_are_all_counted(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");

        await Simultaneously.RunAsync(30, _ => iam.TypePasswordAsync(dave.Credentials with { Password = "wrong password" }));

        // For the name and for the network; one that came late enough to be throttled stands under a key of its own.
        Assert.Equal(60, await iam.ReadAsync(db => db.PasswordFailures.SumAsync(t => t.Failures)));
    }

    [Theory, BothDatabases]
    public async Task A_name_nobody_knows_is_masked_in_the_trail(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var account = await iam.AccountWithRootAsync();

        await iam.TypePasswordAsync(new Credentials(account.Id, "my-secret-password", null, "x"));

        var row = await iam.LastEventAsync();
        Assert.Equal((AuditActor.HiddenName, "Unknown", "UnknownUser"), (row.ActorName, row.ActorType, row.Reason));
    }

    [Theory, BothDatabases]
    public async Task The_name_is_compared_without_regard_to_case_and_root_is_found_by_email_alone(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "Dave");

        Assert.True((await iam.TypePasswordAsync(dave.Credentials with { UserName = "dAVE" })).Succeeded);
        Assert.True((await iam.TypePasswordAsync(account.Root.Credentials with { RootEmail = "ROOT1@EXAMPLE.COM" })).Succeeded);
        Assert.False((await iam.TypePasswordAsync(new Credentials(account.Id, "root", null, account.Root.Password))).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task The_root_user_of_govcloud_cannot_sign_in(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.AccountWithRootAsync(Partition.AwsUsGov);

        var answer = await iam.TypePasswordAsync(new Credentials(null, null, "root1@example.com", IamScenario.Password));

        Assert.Equal(SignInErrors.AuthenticationFailed, answer.Error);
    }

    [Theory, BothDatabases]
    public async Task A_user_who_must_change_the_password_gets_no_session_before_and_not_with_the_old_one(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave", mustChange: true);
        var begun = (await iam.TypePasswordAsync(dave.Credentials)).Ok();

        var same = await ChangeAsync(iam, begun.PendingToken, IamScenario.Password);
        var common = await ChangeAsync(iam, begun.PendingToken, "password123");
        var changed = await ChangeAsync(iam, begun.PendingToken, "a new long password");

        Assert.Equal((SignInNext.ChangePassword, null), (begun.Step.Next, begun.Step.SessionToken));
        Assert.Equal(SignInErrors.SamePassword, same.Error);
        Assert.Equal((SignInErrors.NewPasswordField, "PasswordPolicyViolation"), (common.Error?.Field, common.Error?.Code));
        Assert.Equal(SignInNext.Done, changed.Ok().Next);
        Assert.NotNull(await iam.Get<IamConsole.Core.Sessions.ReadSession>().RunAsync(changed.Value!.SessionToken, IamScenario.Ct));
        Assert.False((await iam.TypePasswordAsync(dave.Credentials)).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task The_password_cannot_be_changed_before_the_second_factor(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        root = await iam.ConfirmAsync(root, iam.PersonOf(root));
        (await iam.Get<SetConsolePassword>().RunAsync(root.Caller, alice.UserId, IamScenario.Password, mustChange: true, IamScenario.Ct)).Ok();
        var pending = await iam.PendingAsync(alice);

        Assert.Equal(SignInErrors.PendingEnded, (await ChangeAsync(iam, pending, "a new long password")).Error);
    }

    [Theory, BothDatabases]
    public async Task Everything_wrong_with_a_new_password_is_said_at_once(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        (await iam.Get<SetConsolePassword>().RunAsync(root.Caller, dave.UserId, IamScenario.Password, mustChange: true, IamScenario.Ct)).Ok();
        var pending = await iam.PendingAsync(dave);

        var refused = await iam.Get<ChangePasswordAtSignIn>().RunAsync(
            pending, IamScenario.Browser, "short", IamScenario.Client, IamScenario.Ct, repeated: false);

        Assert.NotNull(refused.Error!.MessageAt(SignInErrors.NewPasswordField));
        Assert.Equal(UserErrors.PasswordsDiffer.Message, refused.Error.MessageAt(UserErrors.ConfirmField));
    }

    [Theory, BothDatabases]
    public async Task A_hash_of_another_cost_is_renewed_at_the_next_sign_in(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var account = await iam.AccountWithRootAsync();
        var old = new Argon2idPasswordHasher(new Argon2Cost(16, 1)).HashPassword(null!, IamScenario.Password);
        await using (var db = await iam.OpenAsync())
            await db.Users.ExecuteUpdateAsync(s => s.SetProperty(u => u.PasswordHash, old), IamScenario.Ct);

        await iam.SignInAsync(account.Root);

        Assert.StartsWith("$argon2id$v=19$m=8,t=1,p=1$",
            await iam.ReadAsync(db => db.Users.Select(u => u.PasswordHash).SingleAsync()), StringComparison.Ordinal);
    }

    private static Task<IamConsole.Core.Result<SignInStep>> ChangeAsync(IamScenario iam, string pending, string password) =>
        iam.Get<ChangePasswordAtSignIn>().RunAsync(pending, IamScenario.Browser, password, IamScenario.Client, IamScenario.Ct);
}
