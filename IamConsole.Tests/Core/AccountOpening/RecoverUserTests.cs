using IamConsole.Core.AccountOpening;
using IamConsole.Core.Accounts;
using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.AccountOpening;

/// <summary>Security bar T10: the documented way in for root, and for the last administrator, when everything is lost.</summary>
public sealed class RecoverUserTests
{
    private const string Printed = "correct horse printed once";

    [Theory, BothDatabases]
    public async Task Root_without_its_device_signs_in_with_the_printed_password_and_chooses_its_own(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var token = await iam.TokenInStockAsync(account.Partition, "T1");
        await iam.AssignTokenAsync(root, root.UserId, "T1", token, "token");
        var old = account.Root.Credentials;

        Assert.Equal(["token"], (await RecoverAsync(iam, account.Id, null)).Ok());

        Assert.Empty(await iam.Get<ReadSession>().FindAliveAsync([root.Caller.SessionId], IamScenario.Ct));
        Assert.Equal(SignInErrors.AuthenticationFailed, (await iam.TypePasswordAsync(old)).Error);
        var begun = (await iam.TypePasswordAsync(old with { Password = Printed })).Ok();
        Assert.Equal(SignInNext.ChangePassword, begun.Step.Next);
        var next = await iam.Get<ChangePasswordAtSignIn>().RunAsync(
            begun.PendingToken, IamScenario.Browser, "a password of my own", IamScenario.Client, IamScenario.Ct);
        Assert.Equal(SignInNext.RegisterMfa, next.Ok().Next);
        Assert.True(await iam.ReadAsync(db => db.HardwareTokens.AnyAsync(t => t.Serial == "T1" && t.DeviceId == null && t.LastAcceptedStep > 0, IamScenario.Ct)));
        Assert.Equal(0, await iam.ReadAsync(db => db.Users.Where(u => u.IsRoot).Select(u => u.VirtualDevices + u.HardwareTokens).SingleAsync(IamScenario.Ct)));
        Assert.Contains(await iam.TrailAsync(), e => e is { EventName: "RecoverUser", Succeeded: true, ActorName: "operator" } && e.AccountId == account.Id);
        Assert.Contains(await iam.ReadAsync(db => db.Notices.Select(n => n.Text).ToListAsync(IamScenario.Ct)), text => text.StartsWith("The operator of this console", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task The_only_administrator_of_a_GovCloud_account_is_recovered_by_name_and_alone(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, first) = await iam.SignedInRootAsync(Partition.AwsUsGov);
        var dave = await iam.UserAsync(account, first, "dave");

        Assert.Equal(AccountOpeningErrors.RootCannotSignIn, (await RecoverAsync(iam, account.Id, null)).Error);
        Assert.True((await RecoverAsync(iam, account.Id, "FIRST-admin")).Succeeded);

        Assert.Equal(SignInNext.ChangePassword, (await iam.TypePasswordAsync(account.Root.Credentials with { Password = Printed })).Ok().Step.Next);
        Assert.True((await iam.TypePasswordAsync(dave.Credentials)).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task Who_or_what_does_not_exist_is_said_and_changes_nothing(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();

        Assert.Equal(AccountOpeningErrors.NoSuchAccount, (await RecoverAsync(iam, "999999999999", null)).Error);
        Assert.Equal(AccountOpeningErrors.NoSuchUser, (await RecoverAsync(iam, account.Id, "root")).Error);
        Assert.Equal(AccountOpeningErrors.NoSuchUser, (await RecoverAsync(iam, account.Id, "nobody")).Error);
        Assert.Single(await iam.Get<ReadSession>().FindAliveAsync([root.Caller.SessionId], IamScenario.Ct));
    }

    private static Task<IamConsole.Core.Result<string[]>> RecoverAsync(IamScenario iam, string account, string? user) =>
        iam.Get<RecoverUser>().RunAsync(account, user, Printed, IamScenario.Ct);
}
