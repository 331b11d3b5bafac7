using IamConsole.Core.MfaDevices;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.SignIn;

/// <summary>Security bar T01 to T03, T11, T14: a code is accepted once, ever.</summary>
public sealed class CodeReuseTests
{
    [Theory, BothDatabases]
    public async Task A_used_code_is_refused_like_a_wrong_one_and_audited_as_reused(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.SignInAsync(alice);

        var again = await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App!.Code());
        var audited = await iam.LastEventAsync();
        var wrong = await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App!.WrongCode());

        Assert.Equal(SignInErrors.WrongCode, again.Error);
        Assert.Equal(again.Error, wrong.Error);
        Assert.Equal(("CheckMfa", "CodeReused", alice.App.DeviceId), (audited.EventName, audited.Reason, audited.DeviceId));
    }

    [Theory, BothDatabases]
    public async Task The_codes_that_assigned_a_device_are_spent(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var pending = await iam.PendingAsync(alice);

        Assert.Equal(SignInErrors.WrongCode, (await iam.TypeCodeAsync(pending, alice.App!.Code())).Error);
        Assert.Equal(SignInErrors.WrongCode, (await iam.TypeCodeAsync(pending, alice.App!.Code(-1))).Error);
    }

    [Theory, BothDatabases]
    public async Task Of_fifty_simultaneous_sign_ins_with_one_code_exactly_one_gets_a_session(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        for (var round = 0; round < 4; round++)
        {
            iam.Clock.Advance(TimeSpan.FromMinutes(3));
            var pending = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => iam.PendingAsync(alice)));
            var code = alice.App!.Code();

            var answers = await Simultaneously.RunAsync(50, i => iam.TypeCodeAsync(pending[i], code));

            Assert.Single(answers, a => a.Succeeded);
        }
    }

    [Theory, BothDatabases]
    public async Task After_a_step_was_accepted_it_and_an_older_unused_one_are_refused(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        iam.Clock.Advance(TimeSpan.FromMinutes(3));
        (await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App!.Code())).Ok();
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        var pending = await iam.PendingAsync(alice);

        Assert.False((await iam.TypeCodeAsync(pending, alice.App.Code(-1))).Succeeded);
        Assert.False((await iam.TypeCodeAsync(pending, alice.App.Code(-2))).Succeeded);
        Assert.True((await iam.TypeCodeAsync(pending, alice.App.Code())).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task Exactly_three_adjacent_steps_are_accepted(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var accepted = new List<int>();
        for (var steps = -3; steps <= 3; steps++)
        {
            iam.Clock.Advance(TimeSpan.FromMinutes(6));
            if ((await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App!.Code(steps))).Succeeded) accepted.Add(steps);
        }

        Assert.Equal([-1, 0, 1], accepted);
    }

    [Theory, BothDatabases]
    public async Task T14_reuse_is_told_apart_for_each_device_and_a_removed_device_takes_nothing_with_it(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var second = await iam.AssignAppAsync(root, alice.UserId, "second");
        await iam.SignInAsync(alice);
        var used = alice.App!.Code();

        Assert.Equal(SignInErrors.WrongCode, (await iam.TypeCodeAsync(await iam.PendingAsync(alice), used)).Error);
        (await iam.Get<RemoveMfaDevice>().RunAsync(root.Caller, alice.UserId, alice.App.DeviceId, IamScenario.Ct)).Ok();
        var pending = await iam.PendingAsync(alice);
        Assert.Equal(SignInErrors.WrongCode, (await iam.TypeCodeAsync(pending, used)).Error);
        Assert.True((await iam.TypeCodeAsync(pending, second.Code())).Succeeded);
        Assert.Equal(SignInErrors.WrongCode, (await iam.TypeCodeAsync(await iam.PendingAsync(alice), second.Code())).Error);
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(SignInErrors.WrongCode, (await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App.Code())).Error);
        Assert.True((await iam.TypeCodeAsync(await iam.PendingAsync(alice), second.Code())).Succeeded);
    }
}
