using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.AccountSettings;

public sealed class PasswordHistoryTests
{
    [Theory, BothDatabases]
    public async Task The_last_passwords_are_refused_the_present_one_among_them_and_older_ones_are_not(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        foreach (var next in new[] { "password number 1", "password number 2", "password number 3" }) (await SetAsync(iam, root, dave, next)).Ok();
        await iam.SetPasswordPolicyAsync(root, IamScenario.Custom with { PreventsReuse = true, RememberedPasswords = 3 });

        foreach (var former in new[] { "password number 1", "password number 2", "password number 3" })
            Assert.Equal(UserErrors.ReusedPassword, (await SetAsync(iam, root, dave, former)).Error);
        (await SetAsync(iam, root, dave, dave.Password)).Ok();
    }

    [Theory, BothDatabases]
    public async Task Reuse_is_refused_to_the_user_himself_in_the_console_and_at_the_sign_in(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        await iam.SetPasswordPolicyAsync(root, IamScenario.Custom with { PreventsReuse = true, RememberedPasswords = 5 });
        var session = await iam.SignInAsync(dave);
        var change = iam.Get<ChangePassword>();
        (await change.RunAsync(session.Caller, dave.UserId, dave.Password, "the second password", IamScenario.Ct)).Ok();

        var back = await change.RunAsync(session.Caller, dave.UserId, "the second password", dave.Password, IamScenario.Ct);
        (await iam.Get<SetConsolePassword>().RunAsync(root.Caller, dave.UserId, "given by root", mustChange: true, IamScenario.Ct)).Ok();
        var atSignIn = await iam.Get<ChangePasswordAtSignIn>().RunAsync(
            await iam.PendingAsync(dave with { Password = "given by root" }), IamScenario.Browser, dave.Password, IamScenario.Client, IamScenario.Ct);

        Assert.Equal(UserErrors.ReusedPassword, back.Error);
        Assert.Equal(UserErrors.ReusedPassword.At(SignInErrors.NewPasswordField), atSignIn.Error);
    }

    [Theory, BothDatabases]
    public async Task A_password_that_was_taken_away_is_remembered_and_at_most_24_are_kept(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        await iam.SetPasswordPolicyAsync(root, IamScenario.Custom with { PreventsReuse = true, RememberedPasswords = 24 });
        (await iam.Get<SetConsolePassword>().RemoveAsync(root.Caller, dave.UserId, IamScenario.Ct)).Ok();
        Assert.Equal(UserErrors.ReusedPassword, (await SetAsync(iam, root, dave, dave.Password)).Error);

        for (var n = 0; n < 27; n++) (await SetAsync(iam, root, dave, $"password number {n}")).Ok();

        Assert.Equal(24, await iam.ReadAsync(db => db.FormerPasswords.CountAsync(p => p.UserId == dave.UserId, IamScenario.Ct)));
        Assert.Equal(UserErrors.ReusedPassword, (await SetAsync(iam, root, dave, "password number 3")).Error);
        (await SetAsync(iam, root, dave, "password number 2")).Ok();
    }

    private static Task<IamConsole.Core.Result> SetAsync(IamScenario iam, SignedIn by, Person user, string password)
    {
        iam.Clock.Advance(TimeSpan.FromSeconds(1));
        return iam.Get<SetConsolePassword>().RunAsync(by.Caller, user.UserId, password, mustChange: false, IamScenario.Ct);
    }
}
