using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.SignIn;

/// <summary>Sign-ins are counted by day as they happen.</summary>
public sealed class SignInActivityTests
{
    [Theory, BothDatabases]
    public async Task Successes_wrong_passwords_and_wrong_codes_are_counted_on_their_day(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var (_, otherRoot) = await iam.SignedInRootAsync();
        await iam.TypePasswordAsync(alice.Credentials with { Password = "wrong" });
        await iam.TypePasswordAsync(alice.Credentials with { UserName = "nobody" });
        await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App!.WrongCode());
        iam.Clock.Advance(TimeSpan.FromDays(2));
        await Simultaneously.RunAsync(8, _ => iam.TypePasswordAsync(alice.Credentials with { Password = "wrong" }));
        var root = await iam.SignInAsync(account.Root);

        var days = (await iam.Get<GetSignInActivity>().RunAsync(root.Caller, 3, IamScenario.Ct)).Ok();

        var today = DateOnly.FromDateTime(iam.Now.UtcDateTime);
        Assert.Equal([new(today.AddDays(-2), 2, 1, 1), new(today.AddDays(-1), 0, 0, 0), new(today, 1, 8, 0)], days);
        Assert.Equal(1, (await iam.Get<GetSignInActivity>().RunAsync((await iam.RenewAsync(otherRoot)).Caller, 1, IamScenario.Ct)).Ok()[0].Successful);
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_read_the_trail_reads_no_activity(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.SignInAsync(await iam.UserAsync(account, root, "dave"));

        Assert.Equal("AccessDenied", (await iam.Get<GetSignInActivity>().RunAsync(dave.Caller, 14, IamScenario.Ct)).Error?.Code);
    }
}
