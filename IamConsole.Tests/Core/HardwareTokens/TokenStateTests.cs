using IamConsole.Core.Accounts;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Core.TokenStock;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.HardwareTokens;

/// <summary>A token's life: available, assigned, active, suspended, lost, retired.</summary>
public sealed class TokenStateTests
{
    private const string Token = "token-HT-1";

    [Theory, BothDatabases]
    public async Task A_token_handed_out_can_be_activated_by_its_user_alone(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (bob, dave) = (await iam.UserAsync(account, root, "bob"), await iam.UserAsync(account, root, "dave"));
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");

        (await iam.Get<HandOutToken>().RunAsync(root.Caller, Token, "BOB", IamScenario.Ct)).Ok();
        var again = await iam.Get<HandOutToken>().RunAsync(root.Caller, Token, "dave", IamScenario.Ct);
        var session = await iam.SignInAsync(dave);
        var enrolment = await iam.BeginAsync(session, dave.UserId, "mine", MfaDeviceKind.Hardware);
        var stolen = await iam.Get<AssignHardwareToken>().RunAsync(session.Caller, enrolment, "HT-1", token.LastTwoCodes(), IamScenario.Ct);
        await iam.AssignTokenAsync(await iam.SignInAsync(bob), bob.UserId, "HT-1", token, "bobs-token");

        Assert.Equal(HardwareTokenErrors.NotIn(TokenState.Assigned), again.Error);
        Assert.Equal(HardwareTokenErrors.InUse, stolen.Error);
        var now = await ReadAsync(iam, root);
        Assert.Equal((TokenState.Active, "bob"), (now.Row.State, now.Row.UserName));
        Assert.Equal([TokenEventKind.Activated, TokenEventKind.HandedOut], now.History.Select(h => h.Kind));
    }

    [Theory, BothDatabases]
    public async Task A_suspended_token_signs_nobody_in_and_a_resumed_one_does(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", token, "bobs-token");
        bob = bob with { App = token };
        iam.Clock.Advance(TimeSpan.FromSeconds(60));
        var session = await iam.SignInAsync(bob);

        var second = await iam.AssignAppAsync(session, bob.UserId, "bobs-app");
        await DoAsync(iam, root, TokenAction.Suspend);
        var withApp = await iam.SignInAsync(bob with { App = second });
        var removed = await iam.Get<RemoveMfaDevice>().RunAsync(withApp.Caller, bob.UserId, token.DeviceId, IamScenario.Ct);
        (await iam.Get<RemoveMfaDevice>().RunAsync(root.Caller, bob.UserId, second.DeviceId, IamScenario.Ct)).Ok();
        var ended = await iam.Get<ReadSession>().RunAsync(session.Token, IamScenario.Ct);
        iam.Clock.Advance(TimeSpan.FromSeconds(60));
        var refused = await iam.TypeCodeAsync(await iam.PendingAsync(bob), token.Code());
        var checks = await iam.ReadAsync(db => db.MfaDevices.Select(d => d.FailedChecks).SingleAsync());
        await DoAsync(iam, root, TokenAction.Resume);

        Assert.Null(ended);
        Assert.Equal(MfaDeviceErrors.Suspended, removed.Error);
        Assert.Equal(SignInErrors.DeviceSuspended, refused.Error);
        Assert.Equal(0, checks);
        iam.Clock.Advance(TimeSpan.FromSeconds(60));
        await iam.SignInAsync(bob);
    }

    [Theory, BothDatabases]
    public async Task A_lost_token_is_nobodys_device_and_serves_again_only_when_found(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (bob, dave) = (await iam.UserAsync(account, root, "bob"), await iam.UserAsync(account, root, "dave"));
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        token.Drift = TimeSpan.FromMinutes(-2);
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", token, "bobs-token");

        await DoAsync(iam, root, TokenAction.ReportLost);
        var lost = await iam.ReadAsync(db => db.HardwareTokens.SingleAsync());
        var claimed = await ClaimAsync(iam, root, dave.UserId, token);
        await DoAsync(iam, root, TokenAction.MarkFound);
        var found = await iam.ReadAsync(db => db.HardwareTokens.SingleAsync());

        Assert.Equal((TokenState.Lost, null, null, account.Id, -4), (lost.State, lost.DeviceId, lost.UserId, lost.AccountId, lost.DriftSteps));
        Assert.Equal(0, await iam.ReadAsync(db => db.MfaDevices.CountAsync()) + await iam.ReadAsync(db => db.Users.SumAsync(u => u.HardwareTokens)));
        Assert.Equal(HardwareTokenErrors.OutOfService(TokenState.Lost), claimed.Error);
        Assert.Equal((TokenState.Available, null, -4), (found.State, found.AccountId, found.DriftSteps));
        (await ClaimAsync(iam, root, dave.UserId, token)).Ok();
    }

    [Theory, BothDatabases]
    public async Task A_retired_token_stays_retired_and_one_in_use_is_not_retired(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", token, "bobs-token");

        var inUse = await iam.Get<ChangeTokenState>().RunAsync(root.Caller, Token, TokenAction.Retire, IamScenario.Ct);
        (await iam.Get<RemoveMfaDevice>().RunAsync(root.Caller, bob.UserId, token.DeviceId, IamScenario.Ct)).Ok();
        await DoAsync(iam, root, TokenAction.Retire);
        var claimed = await ClaimAsync(iam, root, bob.UserId, token);

        Assert.Equal(HardwareTokenErrors.InUseStill, inUse.Error);
        Assert.Equal(HardwareTokenErrors.OutOfService(TokenState.Retired), claimed.Error);
        Assert.Empty((await ReadAsync(iam, root)).Possible);
    }

    [Theory, BothDatabases]
    public async Task A_removed_token_retires_where_the_account_wants_that(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", token, "bobs-token");
        (await iam.Get<UpdateTokenPolicy>().RunAsync(root.Caller, retiresRemovedTokens: true, IamScenario.Ct)).Ok();

        (await iam.Get<RemoveMfaDevice>().RunAsync(root.Caller, bob.UserId, token.DeviceId, IamScenario.Ct)).Ok();

        Assert.Equal(TokenState.Retired, (await ReadAsync(iam, root)).Row.State);
    }

    [Theory, BothDatabases]
    public async Task Whoever_goes_leaves_the_token_he_had_not_activated(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        (await iam.Get<HandOutToken>().RunAsync(root.Caller, Token, "bob", IamScenario.Ct)).Ok();

        (await iam.Get<IamConsole.Core.Users.DeleteUser>().RunAsync(root.Caller, bob.UserId, IamScenario.Ct)).Ok();

        var now = await ReadAsync(iam, root);
        Assert.Equal((TokenState.Available, null), (now.Row.State, now.Row.UserName));
        Assert.Equal("bob", now.History[0].UserName);
    }

    [Theory, BothDatabases]
    public async Task Of_two_administrators_who_give_one_token_away_together_one_succeeds(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "one");
        await iam.UserAsync(account, root, "two");
        await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        string[] names = ["one", "two"];

        var answers = await Simultaneously.RunAsync(2, i => iam.Get<HandOutToken>().RunAsync(root.Caller, Token, names[i], IamScenario.Ct));

        Assert.Single(answers, a => a.Succeeded);
        Assert.Single(await iam.ReadAsync(db => db.TokenEvents.ToListAsync()));
    }

    [Theory, BothDatabases]
    public async Task An_administrator_neither_suspends_roots_token_nor_his_own(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var person = await iam.AdministratorAsync(account, root, "admin");
        var (ofRoot, own) = (await iam.TokenInStockAsync(Partition.Aws, "HT-1"), await iam.TokenInStockAsync(Partition.Aws, "HT-2"));
        await iam.AssignTokenAsync(root, root.UserId, "HT-1", ofRoot, "roots-token");
        await iam.AssignTokenAsync(root, person.UserId, "HT-2", own, "own-token");
        iam.Clock.Advance(TimeSpan.FromSeconds(60));
        var admin = await iam.SignInAsync(person with { App = own });
        var change = iam.Get<ChangeTokenState>();

        var roots = await change.RunAsync(admin.Caller, Token, TokenAction.Suspend, IamScenario.Ct);
        var his = await change.RunAsync(admin.Caller, "token-HT-2", TokenAction.Suspend, IamScenario.Ct);

        Assert.Equal("AccessDenied", roots.Error?.Code);
        Assert.Equal(HardwareTokenErrors.NotOneself, his.Error);
        Assert.Equal(2, await iam.ReadAsync(db => db.HardwareTokens.CountAsync(t => t.State == TokenState.Active)));
    }

    private static async Task DoAsync(IamScenario iam, SignedIn by, TokenAction action) =>
        (await iam.Get<ChangeTokenState>().RunAsync(by.Caller, Token, action, IamScenario.Ct)).Ok();

    private static async Task<TokenDetail> ReadAsync(IamScenario iam, SignedIn by) =>
        (await iam.Get<GetHardwareToken>().RunAsync(by.Caller, "ht-1", null, IamScenario.Ct)).Ok();

    private static async Task<IamConsole.Core.Result<MfaDeviceView>> ClaimAsync(IamScenario iam, SignedIn by, string userId, Authenticator token)
    {
        var enrolment = await iam.BeginAsync(by, userId, "token-again", MfaDeviceKind.Hardware);
        iam.Clock.Advance(TimeSpan.FromSeconds(60));
        return await iam.Get<AssignHardwareToken>().RunAsync(by.Caller, enrolment, "HT-1", token.LastTwoCodes(), IamScenario.Ct);
    }
}
