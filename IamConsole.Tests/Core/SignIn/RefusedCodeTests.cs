using IamConsole.Core.Accounts;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scale;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.SignIn;

/// <summary>What staff reads about a refused code, and that nobody else does and no guesser gains by it.</summary>
public sealed class RefusedCodeTests
{
    [Theory, BothDatabases]
    public async Task A_late_code_is_explained_to_staff_in_the_trail_and_at_the_user_and_the_user_hears_the_neutral_message(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        iam.Clock.Advance(TimeSpan.FromMinutes(9));
        var code = alice.App!.Code(-5);

        var refused = await iam.TypeCodeAsync(await iam.PendingAsync(alice), code);

        Assert.Equal(SignInErrors.WrongCode, refused.Error);
        var row = await iam.LastEventAsync();
        Assert.Equal(("CheckMfa", "WrongCode"), (row.EventName, row.Reason));
        Assert.Equal($$"""{"cause":"Late","device":"{{alice.App.DeviceId}}","steps":-5}""", row.Details);
        var seen = (await ReadAsync(iam, root, alice)).Ok();
        Assert.Equal(new RefusedCodeView(iam.Now, CodeRefusal.Late, "alice-app", -5, TimeSpan.FromSeconds(-150), null, null), seen);
    }

    [Theory, BothDatabases]
    public async Task A_reused_and_a_guessed_code_are_told_apart_for_staff_only_and_the_last_one_is_kept(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        (await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App!.Code())).Ok();
        var none = await ReadAsync(iam, root, alice);

        var reused = await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App.Code());
        var first = (await ReadAsync(iam, root, alice)).Ok();
        var guessed = await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App.WrongCode());
        var second = (await ReadAsync(iam, root, alice)).Ok();

        Assert.Equal(SignInErrors.NoRefusedCode, none.Error);
        Assert.Equal(reused.Error, guessed.Error);
        Assert.Equal((CodeRefusal.UsedAlready, "alice-app"), (first.Cause, first.DeviceName));
        Assert.Equal((CodeRefusal.Unknown, null), (second.Cause, second.DeviceName));
    }

    [Theory, BothDatabases]
    public async Task The_code_of_a_suspended_token_is_named_where_another_device_was_compared_and_not_otherwise(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", token, "bobs-token");
        (await iam.Get<ChangeTokenState>().RunAsync(root.Caller, "token-HT-1", TokenAction.Suspend, IamScenario.Ct)).Ok();
        iam.Clock.Advance(TimeSpan.FromMinutes(1));

        await iam.TypeCodeAsync(await iam.PendingAsync(bob), token.Code());
        var alone = (await ReadAsync(iam, root, bob)).Ok();
        await iam.AssignAppAsync(root, bob.UserId, "bobs-app");
        await iam.TypeCodeAsync(await iam.PendingAsync(bob), token.Code());
        var beside = (await ReadAsync(iam, root, bob)).Ok();

        Assert.Equal((CodeRefusal.NotCompared, null), (alone.Cause, alone.DeviceName));
        Assert.Equal((CodeRefusal.OfSuspendedDevice, "bobs-token"), (beside.Cause, beside.DeviceName));
    }

    [Theory, BothDatabases]
    public async Task Wrong_parameters_are_told_with_what_the_console_believes(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.ReadAsync(db => db.MfaDevices.ExecuteUpdateAsync(s => s.SetProperty(d => d.Algorithm, IamConsole.Core.Totp.TotpAlgorithm.Sha256)));
        iam.Clock.Advance(TimeSpan.FromMinutes(1));

        await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App!.Code());

        var seen = (await ReadAsync(iam, root, alice)).Ok();
        Assert.Equal(
            (CodeRefusal.OtherParameters, "SHA-1, 6 digits, 30 seconds", "SHA-256, 6 digits, 30 seconds"), (seen.Cause, seen.Shown, seen.Expected));
    }

    [Theory, BothDatabases]
    public async Task A_code_that_was_explained_as_early_is_spent_so_that_who_reads_it_cannot_use_it_later(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        iam.Clock.Advance(TimeSpan.FromMinutes(9));
        var guess = alice.App!.Code(+4);
        await iam.TypeCodeAsync(await iam.PendingAsync(alice), guess);
        Assert.Equal((CodeRefusal.Early, 4), ((await ReadAsync(iam, root, alice)).Ok().Cause, (await ReadAsync(iam, root, alice)).Ok().Steps));
        iam.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(alice.App.Code(), guess);
        Assert.Equal(SignInErrors.WrongCode, (await iam.TypeCodeAsync(await iam.PendingAsync(alice), guess)).Error);
        Assert.True((await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App.Code(+1))).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task A_code_that_was_not_compared_is_not_explained_either(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        for (var i = 0; i < 9; i++) await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App!.WrongCode());

        var limited = await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App!.Code(-5));

        Assert.Equal("Throttling", limited.Error?.Code);
        Assert.Equal(CodeRefusal.NotCompared, (await ReadAsync(iam, root, alice)).Ok().Cause);
        Assert.Equal(0, await iam.ReadAsync(db => db.MfaDevices.Select(d => d.ExplainedStep).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task It_is_for_staff_and_never_about_oneself(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var erin = await iam.UserAsync(account, root, "erin");
        var reader = await iam.ReaderAsync(account, root);
        await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App!.WrongCode());
        var ok = await ReadAsync(iam, reader, alice);
        (await iam.Get<PutInlinePolicy>().RunAsync(root.Caller, InlineOwner.User(reader.UserId), "NoDevices",
            """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"iam:ListMFADevices","Resource":"*"}}""", IamScenario.Ct)).Ok();
        var session = await iam.SignInAsync(alice);

        Assert.True(ok.Succeeded);
        Assert.Equal(PermissionErrors.AccessDeniedCode, (await ReadAsync(iam, reader, alice)).Error?.Code);
        Assert.Equal(PermissionErrors.AccessDeniedCode, (await ReadAsync(iam, session, alice)).Error?.Code);
        Assert.Equal(PermissionErrors.AccessDeniedCode, (await ReadAsync(iam, await iam.SignInAsync(erin), alice)).Error?.Code);
        var admin = await iam.AdministratorAsync(account, root, "admin");
        Assert.Equal(PermissionErrors.OthersOnly, (await ReadAsync(iam, await iam.SignInAsync(admin), admin)).Error);
    }

    [Theory, BothDatabases]
    public async Task T16_whatever_the_cause_a_refusal_costs_the_same_statements(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        iam.Clock.Advance(TimeSpan.FromMinutes(9));
        await using var db = await iam.OpenAsync();
        using var log = new StatementLog(db);
        var pending = await iam.PendingAsync(alice);
        await iam.TypeCodeAsync(pending, alice.App!.WrongCode());
        var guessed = await RefusedAsync(alice.App.WrongCode());

        Assert.NotEmpty(guessed);
        Assert.Equal(string.Join('\n', guessed), string.Join('\n', await RefusedAsync(alice.App.Code(-5))));
        Assert.Equal(string.Join('\n', guessed), string.Join('\n', await RefusedAsync(alice.App.Code(+5))));

        async Task<IReadOnlyList<string>> RefusedAsync(string code)
        {
            log.Take();
            Assert.Equal(SignInErrors.WrongCode, (await iam.TypeCodeAsync(pending, code)).Error);
            return log.Take();
        }
    }

    private static Task<IamConsole.Core.Result<RefusedCodeView>> ReadAsync(IamScenario iam, SignedIn by, Person person) =>
        iam.Get<GetRefusedCode>().RunAsync(by.Caller, person.UserId, IamScenario.Ct);
}
