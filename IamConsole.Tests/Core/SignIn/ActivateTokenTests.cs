using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Core.TokenStock;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.SignIn;

/// <summary>A token that was handed out is activated at its user's next sign-in with two codes.</summary>
public sealed class ActivateTokenTests
{
    private const string Token = IamScenario.HandedOutTokenId;

    [Theory, BothDatabases]
    public async Task Two_codes_make_it_a_device_and_the_session_is_mfa_authenticated(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, bob, token) = await iam.BobWithHandedOutTokenAsync();
        var other = await iam.PendingAsync(bob);
        var begun = (await iam.TypePasswordAsync(bob.Credentials)).Ok();
        var view = await iam.ViewAsync(begun.PendingToken);

        var step = (await iam.ActivateAsync(begun.PendingToken, token.LastTwoCodes())).Ok();

        Assert.Equal(SignInNext.ActivateToken, begun.Step.Next);
        Assert.Equal(new TokenOffer("HT-1", 6, 30, IsOpen: true, LeadsToRegistration: false), view!.Offer);
        Assert.Equal(SignInNext.Done, step.Next);
        var session = await iam.Get<ReadSession>().RunAsync(step.SessionToken!, IamScenario.Ct);
        Assert.Equal((SessionKind.Console, true), (session!.Kind, session.IsMfa));
        var device = await iam.ReadAsync(db => db.MfaDevices.SingleAsync());
        Assert.Equal((bob.UserId, "HT-1", "HT-1", Token), (device.UserId, device.Name, device.Identifier, device.HardwareTokenId));
        var stock = await iam.ReadAsync(db => db.HardwareTokens.SingleAsync());
        Assert.Equal((TokenState.Active, device.Id, bob.UserId), (stock.State, stock.DeviceId, stock.UserId));
        Assert.Equal(1, await iam.ReadAsync(db => db.Users.Where(u => u.Id == bob.UserId).Select(u => u.HardwareTokens).SingleAsync()));
        Assert.Null(await iam.ViewAsync(other));
        Assert.Contains(await iam.TrailAsync(), e => e is { EventName: "EnableMFADevice", Succeeded: true, ActorName: "bob" } && e.DeviceId == device.Id);
        Assert.Contains(await iam.TrailAsync(), e => e is { EventName: "ConsoleLogin", Succeeded: true } && e.DeviceId == device.Id);
        await iam.MailAsync("The MFA device HT-1 was assigned at sign-in by bob.");
        var detail = (await iam.Get<GetHardwareToken>().RunAsync(root.Caller, "HT-1", null, IamScenario.Ct)).Ok();
        Assert.Equal([TokenEventKind.Activated, TokenEventKind.HandedOut], detail.History.Select(h => h.Kind));
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        await iam.SignInAsync(bob with { App = token });
    }

    [Theory, BothDatabases]
    public async Task A_clock_far_off_is_found_once_and_kept(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, bob, token) = await iam.BobWithHandedOutTokenAsync();
        token.Drift = TimeSpan.FromSeconds(30 * 700);

        (await iam.ActivateAsync(await iam.PendingAsync(bob), token.LastTwoCodes())).Ok();

        Assert.Equal(700, await iam.ReadAsync(db => db.MfaDevices.Select(d => d.DriftSteps).SingleAsync()));
        await iam.SignInAsync(bob with { App = token });
    }

    [Theory, BothDatabases]
    public async Task Later_goes_on_without_and_it_is_offered_again_at_the_next_sign_in(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, bob, _) = await iam.BobWithHandedOutTokenAsync();
        var pending = await iam.PendingAsync(bob);

        var step = (await iam.SkipActivationAsync(pending)).Ok();

        Assert.Equal(SignInNext.Done, step.Next);
        Assert.False((await iam.Get<ReadSession>().RunAsync(step.SessionToken!, IamScenario.Ct))!.IsMfa);
        Assert.Equal(SignInErrors.PendingEnded, (await iam.SkipActivationAsync(pending)).Error);
        Assert.Equal(SignInNext.ActivateToken, (await iam.TypePasswordAsync(bob.Credentials)).Ok().Step.Next);
        var handedOut = await iam.Get<ListHandedOutTokens>().RunAsync(new SignedIn(bob.UserId, step.SessionToken!).Caller, bob.UserId, IamScenario.Ct);
        Assert.Equal(["HT-1"], handedOut.Ok());
    }

    [Theory, BothDatabases]
    public async Task T61_where_mfa_is_required_it_is_the_first_choice_and_the_other_leads_to_the_registration(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, bob, token) = await iam.BobWithHandedOutTokenAsync();
        await iam.RequireMfaAsync(root, graceDays: 0);
        var pending = await iam.PendingAsync(bob);
        var view = await iam.ViewAsync(pending);
        var early = await iam.Get<BeginMfaRegistration>().RunAsync(pending, IamScenario.Browser, IamScenario.Client, IamScenario.Ct);
        var otherwise = (await iam.SkipActivationAsync(pending)).Ok();
        var late = await iam.ActivateAsync(pending, token.LastTwoCodes());

        Assert.True(view!.Offer!.LeadsToRegistration);
        Assert.Equal(SignInErrors.PendingEnded, early.Error);
        Assert.Equal(SignInNext.RegisterMfa, otherwise.Next);
        Assert.Equal(SignInErrors.PendingEnded, late.Error);
        Assert.Equal(SignInErrors.MfaRequired, (await iam.Get<SkipMfaRegistration>().RunAsync(pending, IamScenario.Browser, IamScenario.Client, IamScenario.Ct)).Error);
        Assert.Equal(SignInNext.Done, (await iam.ActivateAsync(await iam.PendingAsync(bob), token.LastTwoCodes())).Ok().Next);
    }

    [Theory, BothDatabases]
    public async Task A_token_taken_back_meanwhile_is_refused_clearly_and_the_sign_in_goes_on(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, bob, token) = await iam.BobWithHandedOutTokenAsync();
        var pending = await iam.PendingAsync(bob);
        (await iam.Get<ChangeTokenState>().RunAsync(root.Caller, Token, TokenAction.TakeBack, IamScenario.Ct)).Ok();

        // Taking back ends nothing of the user: the sign-in is the same one.
        var refused = await iam.ActivateAsync(pending, token.LastTwoCodes());
        var row = await iam.LastEventAsync();
        var view = await iam.ViewAsync(pending);

        Assert.Equal(SignInErrors.TokenTakenBack, refused.Error);
        Assert.Equal(("EnableMFADevice", "TokenTakenBack"), (row.EventName, row.Reason));
        Assert.Equal((SignInNext.ActivateToken, false), (view!.Next, view.Offer!.IsOpen));
        Assert.Equal(SignInNext.Done, (await iam.SkipActivationAsync(pending)).Ok().Next);
        Assert.Equal(TokenState.Available, await iam.ReadAsync(db => db.HardwareTokens.Select(t => t.State).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_token_that_is_not_allowed_or_has_expired_is_not_offered(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, bob, _) = await iam.BobWithHandedOutTokenAsync();
        (await iam.Get<UpdateMfaPolicy>().RunAsync(root.Caller, new WantedMfaPolicy(false, 0, [MfaDeviceKind.Virtual]), IamScenario.Ct)).Ok();
        var notAllowed = (await iam.TypePasswordAsync(bob.Credentials)).Ok();
        (await iam.Get<UpdateMfaPolicy>().RunAsync(root.Caller, new WantedMfaPolicy(false, 0, [MfaDeviceKind.Hardware]), IamScenario.Ct)).Ok();
        await iam.ReadAsync(db => db.HardwareTokens.ExecuteUpdateAsync(s => s.SetProperty(t => t.ExpiresOn, new DateOnly(2026, 3, 1))));

        Assert.Equal(SignInNext.Done, notAllowed.Step.Next);
        Assert.Equal(SignInNext.Done, (await iam.TypePasswordAsync(bob.Credentials)).Ok().Step.Next);
    }

    [Theory, BothDatabases]
    public async Task The_name_gives_way_to_a_device_that_has_it_and_to_what_no_name_may_contain(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT 1/2");
        await iam.AssignAppAsync(root, root.UserId, "ht-1-2");
        (await iam.Get<HandOutToken>().RunAsync(root.Caller, "token-HT 1/2", "bob", IamScenario.Ct)).Ok();

        (await iam.ActivateAsync(await iam.PendingAsync(bob), token.LastTwoCodes())).Ok();

        Assert.Equal("HT-1-2-2", await iam.ReadAsync(db => db.MfaDevices.Where(d => d.UserId == bob.UserId).Select(d => d.Name).SingleAsync()));
    }
}
