using IamConsole.Core.Accounts;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.AccountSettings;

public sealed class PasswordPolicyTests
{
    private const string Strong = "Correct horse 7 battery!";

    [Theory, BothDatabases]
    public async Task A_policy_holds_wherever_an_IAM_users_password_is_set_and_not_for_root(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var lucas = await iam.UserAsync(account, root, "lucas", mustChange: true);
        var session = await iam.SignInAsync(dave);
        var pending = await iam.PendingAsync(lucas);
        await iam.SetPasswordPolicyAsync(root, IamScenario.Custom with { MinimumLength = 12, RequireDigit = true });

        const string weak = "no digit in it";
        var created = await iam.Get<CreateUser>().RunAsync(root.Caller, new NewUser("new", "/", weak, false, []), IamScenario.Ct);
        var set = await iam.Get<SetConsolePassword>().RunAsync(root.Caller, dave.UserId, weak, false, IamScenario.Ct);
        var changed = await iam.Get<ChangePassword>().RunAsync(session.Caller, dave.UserId, dave.Password, weak, IamScenario.Ct);
        var atSignIn = await iam.Get<ChangePasswordAtSignIn>().RunAsync(pending, IamScenario.Browser, weak, IamScenario.Client, IamScenario.Ct);
        var ofRoot = await iam.Get<ChangePassword>().RunAsync(root.Caller, root.UserId, IamScenario.Password, weak, IamScenario.Ct);

        Assert.All([created.Error, set.Error, changed.Error, atSignIn.Error], e => Assert.Equal(("PasswordPolicyViolation", "Use a digit."), (e?.Code, e?.Message)));
        Assert.NotNull(created.Error?.Field);
        ofRoot.Ok();
        (await iam.Get<ChangePassword>().RunAsync(session.Caller, dave.UserId, dave.Password, "one digit 1 in it", IamScenario.Ct)).Ok();
    }

    [Theory]
    [InlineData(7)]
    [InlineData(129)]
    [InlineData(null)]
    public async Task A_minimum_length_is_8_to_128(int? length) =>
        Assert.Equal(AccountSettingsErrors.InvalidLength, await RefusedAsync(IamScenario.Custom with { MinimumLength = length }));

    [Theory]
    [InlineData(0)]
    [InlineData(1096)]
    [InlineData(null)]
    public async Task Days_until_expiry_are_1_to_1095(int? days) =>
        Assert.Equal(AccountSettingsErrors.InvalidDays, await RefusedAsync(IamScenario.Custom with { Expires = true, ExpiresAfterDays = days }));

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    [InlineData(null)]
    public async Task One_to_24_passwords_are_remembered(int? count) =>
        Assert.Equal(AccountSettingsErrors.InvalidRemembered, await RefusedAsync(IamScenario.Custom with { PreventsReuse = true, RememberedPasswords = count }));

    [Theory, BothDatabases]
    public async Task A_change_is_audited_with_before_and_after_and_back_to_the_default_is_the_default(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();

        await iam.SetPasswordPolicyAsync(root, IamScenario.Custom with { MinimumLength = 14, Expires = true, ExpiresAfterDays = 90 });
        var changed = await iam.LastEventAsync();
        var custom = (await iam.Get<GetAccountSettings>().RunAsync(root.Caller, IamScenario.Ct)).Ok().PasswordPolicy;
        await iam.SetPasswordPolicyAsync(root, IamScenario.Custom with { IsCustom = false, MinimumLength = null });
        var deleted = await iam.LastEventAsync();

        Assert.Equal(("UpdateAccountPasswordPolicy", $"arn:aws:iam::{account.Id}:root"), (changed.EventName, changed.Target));
        Assert.Matches("\"before\":{\"MinimumLength\":8,.*\"after\":{\"MinimumLength\":14,.*\"ExpiresAfterDays\":90", changed.Details);
        Assert.Equal((14, 90), (custom.MinimumLength, custom.ExpiresAfterDays));
        Assert.Equal("DeleteAccountPasswordPolicy", deleted.EventName);
        Assert.True((await iam.Get<GetAccountSettings>().RunAsync(root.Caller, IamScenario.Ct)).Ok().PasswordPolicy.IsDefault);
    }

    [Theory, BothDatabases]
    public async Task A_user_who_manages_only_himself_reads_the_password_policy_and_nothing_else(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.SignInAsync(await iam.UserAsync(account, root, "dave"));

        string?[] codes =
        [
            (await iam.Get<UpdatePasswordPolicy>().RunAsync(dave.Caller, IamScenario.Custom, IamScenario.Ct)).Error?.Code,
            (await iam.Get<MeasureMfaPolicy>().RunAsync(dave.Caller, null, IamScenario.Ct)).Error?.Code,
            (await iam.Get<UpdateMfaPolicy>().RunAsync(dave.Caller, new WantedMfaPolicy(false, 0, []), IamScenario.Ct)).Error?.Code,
            (await iam.Get<UpdateAccount>().RunAsync(dave.Caller, "Mine", null, IamScenario.Ct)).Error?.Code,
            (await iam.Get<ChangeMfaExemption>().RunAsync(dave.Caller, dave.UserId, true, IamScenario.Ct)).Error?.Code,
        ];

        Assert.All(codes, code => Assert.Equal("AccessDenied", code));
        (await iam.Get<GetAccountSettings>().RunAsync(dave.Caller, IamScenario.Ct)).Ok();
    }

    [Theory, BothDatabases]
    public async Task Users_who_may_not_change_their_own_password_still_must_at_the_sign_in(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var lucas = await iam.UserAsync(account, root, "lucas", mustChange: true);
        var session = await iam.SignInAsync(dave);
        await iam.SetPasswordPolicyAsync(root, IamScenario.Custom with { UsersMayChange = false });

        var own = await iam.Get<ChangePassword>().RunAsync(session.Caller, dave.UserId, dave.Password, Strong, IamScenario.Ct);
        var refused = await iam.LastEventAsync();
        var given = await iam.Get<ChangePasswordAtSignIn>().RunAsync(
            await iam.PendingAsync(lucas), IamScenario.Browser, Strong, IamScenario.Client, IamScenario.Ct);
        var ofRoot = await iam.Get<ChangePassword>().RunAsync(root.Caller, root.UserId, IamScenario.Password, Strong, IamScenario.Ct);

        Assert.Equal(UserErrors.MayNotChangePassword, own.Error);
        Assert.Equal(("ChangePassword", "AccessDenied"), (refused.EventName, refused.Reason));
        Assert.Equal(SignInNext.Done, given.Ok().Next);
        ofRoot.Ok();
    }

    [Theory, BothDatabases]
    public async Task Accounts_that_were_there_before_have_the_defaults(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.AccountWithRootAsync();
        await iam.ReadAsync(db => db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Accounts" ("Id", "Partition", "Name", "Country", "CreatedAt") SELECT '123456789012', 'aws', 'Old', 'DE', "At" FROM "AuditEvents" LIMIT 1
            """, IamScenario.Ct));

        var account = await iam.ReadAsync(db => db.Accounts.SingleAsync(a => a.Name == "Old", IamScenario.Ct));

        Assert.Equal(PasswordPolicy.Default, account.PasswordPolicy);
        Assert.Equal(new MfaPolicy(), account.MfaPolicy);
    }

    private static async Task<IamConsole.Core.Error?> RefusedAsync(WantedPasswordPolicy wanted)
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        return (await iam.Get<UpdatePasswordPolicy>().RunAsync(root.Caller, wanted, IamScenario.Ct)).Error;
    }
}
