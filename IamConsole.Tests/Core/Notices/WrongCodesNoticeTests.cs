using IamConsole.Core.Notices;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.Notices;

/// <summary>ASVS 6.3.5: a right password followed by wrong codes is told, once an hour, and slips of the finger are not.</summary>
public sealed class WrongCodesNoticeTests
{
    private const string Text = "followed by a wrong MFA code";

    [Theory, BothDatabases]
    public async Task Many_wrong_codes_in_many_sign_ins_are_one_notice_an_hour(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        for (var i = 0; i < 4; i++)
        {
            var pending = await iam.PendingAsync(alice);
            await iam.TypeCodeAsync(pending, alice.App!.WrongCode());
            await iam.TypeCodeAsync(pending, alice.App!.WrongCode());
        }

        await iam.MailAsync(Text);
        iam.Clock.Advance(TimeSpan.FromHours(1));
        await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App!.WrongCode());

        Assert.Equal(2, (await iam.OutboxAsync()).Count(m => m.Text.Contains(Text, StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task Who_mistypes_and_then_succeeds_in_the_same_sign_in_is_not_told(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var pending = await iam.PendingAsync(alice);
        await iam.TypeCodeAsync(pending, alice.App!.WrongCode());
        var mail = await iam.MailAsync(Text);
        Assert.True(mail.DueAt > iam.Now.AddMinutes(4));
        iam.Clock.Advance(TimeSpan.FromSeconds(30));

        (await iam.TypeCodeAsync(pending, alice.App.Code())).Ok();

        Assert.DoesNotContain(await iam.OutboxAsync(), m => m.Text.Contains(Text, StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_success_after_three_wrong_codes_may_be_a_guess_and_is_told(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var pending = await iam.PendingAsync(alice);
        for (var i = 0; i < 3; i++) await iam.TypeCodeAsync(pending, alice.App!.WrongCode());
        iam.Clock.Advance(TimeSpan.FromSeconds(30));

        (await iam.TypeCodeAsync(pending, alice.App!.Code())).Ok();

        await iam.MailAsync(Text);
    }

    [Theory, BothDatabases]
    public async Task The_owners_own_success_does_not_silence_a_stranger_in_the_same_hour(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var owners = await iam.PendingAsync(alice);
        await iam.TypeCodeAsync(owners, alice.App!.WrongCode());
        await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App.WrongCode());
        iam.Clock.Advance(TimeSpan.FromSeconds(30));

        (await iam.TypeCodeAsync(owners, alice.App.Code())).Ok();

        var mail = await iam.MailAsync(Text);
        var session = await iam.SignInAsync(alice);
        var shown = (await iam.Get<ListNotices>().RunAsync(session.Caller, alice.UserId, IamScenario.Ct)).Ok();
        Assert.Contains(shown, n => n.Id == mail.Id && n.Address == IamScenario.Client.Address);
    }
}
