using System.Text;
using System.Text.Json;
using IamConsole.Core.Sessions;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Sessions;

/// <summary>What somebody was about to do waits on the server: for him and his session, once, and not for long.</summary>
public sealed class StepUpIntentsTests
{
    [Theory, BothDatabases]
    public async Task It_follows_the_session_through_the_confirmation_and_is_taken_once(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var session = await iam.SignInAsync(alice);
        var intents = iam.Get<StepUpIntents>();
        var token = await KeepAsync(iam, session);

        var before = await intents.ReadAsync(token, session.Caller.SessionId, alice.UserId, IamScenario.Ct);
        var renewed = await iam.ConfirmAsync(session, alice);
        var stale = await intents.TakeAsync(token, session.Caller.SessionId, alice.UserId, IamScenario.Ct);
        var taken = await intents.TakeAsync(token, renewed.Caller.SessionId, alice.UserId, IamScenario.Ct);
        var again = await intents.TakeAsync(token, renewed.Caller.SessionId, alice.UserId, IamScenario.Ct);

        Assert.Equal("remove the MFA device phone of alice", before?.Purpose);
        Assert.Null(stale);
        Assert.Equal(("/users/alice?tab=security", true), (taken!.Content.Path, taken.IsConfirmed));
        Assert.Equal("phone", taken.Content.Parts["devices"].GetString());
        Assert.Null(again);
    }

    [Theory, BothDatabases]
    public async Task Who_comes_back_without_a_factor_has_it_unconfirmed(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();

        var taken = await iam.Get<StepUpIntents>().TakeAsync(await KeepAsync(iam, root), root.Caller.SessionId, root.UserId, IamScenario.Ct);

        Assert.False(taken!.IsConfirmed);
    }

    [Theory, BothDatabases]
    public async Task Nobody_else_gets_it_not_even_the_same_person_elsewhere_and_nobody_late(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var elsewhere = await iam.SignInAsync(account.Root);
        var dave = await iam.SignInAsync(await iam.UserAsync(account, root, "dave"));
        var intents = iam.Get<StepUpIntents>();
        var token = await KeepAsync(iam, root);

        Assert.Null(await intents.TakeAsync(token, elsewhere.Caller.SessionId, root.UserId, IamScenario.Ct));
        Assert.Null(await intents.TakeAsync(token, dave.Caller.SessionId, dave.UserId, IamScenario.Ct));
        Assert.Null(await intents.TakeAsync(token, root.Caller.SessionId, dave.UserId, IamScenario.Ct));
        Assert.Null(await intents.TakeAsync(token + "x", root.Caller.SessionId, root.UserId, IamScenario.Ct));
        iam.Clock.Advance(StepUpIntents.Kept);
        Assert.Null(await intents.TakeAsync(token, root.Caller.SessionId, root.UserId, IamScenario.Ct));
        await KeepAsync(iam, root);
        Assert.Equal(1, await iam.ReadAsync(db => db.StepUpIntents.CountAsync(IamScenario.Ct)));
    }

    [Theory, BothDatabases]
    public async Task It_is_bounded_in_size_and_number_and_unreadable_in_the_database(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var first = await KeepAsync(iam, root);
        for (var i = 0; i < StepUpIntents.MostOfOnePerson; i++)
        {
            iam.Clock.Advance(TimeSpan.FromSeconds(1));
            await KeepAsync(iam, root);
        }

        Assert.Null(await KeepAsync(iam, root, new string('x', StepUpIntents.Largest)));
        Assert.Null(await iam.Get<StepUpIntents>().TakeAsync(first, root.Caller.SessionId, root.UserId, IamScenario.Ct));
        Assert.Equal(StepUpIntents.MostOfOnePerson, await iam.ReadAsync(db => db.StepUpIntents.CountAsync(IamScenario.Ct)));
        var everything = Encoding.UTF8.GetString(await iam.ReadEverythingAsync());
        Assert.DoesNotContain("remove the MFA device phone", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(first!, everything, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_row_that_was_given_to_another_person_or_another_secret_does_not_open(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.SignInAsync(await iam.UserAsync(account, root, "dave"));
        var (mine, his) = (await KeepAsync(iam, root), await KeepAsync(iam, dave));
        await using (var db = await iam.OpenAsync())
        {
            var content = await db.StepUpIntents.Where(i => i.UserId == root.UserId).Select(i => i.Content).SingleAsync(IamScenario.Ct);
            await db.StepUpIntents.Where(i => i.UserId == dave.UserId).ExecuteUpdateAsync(s => s.SetProperty(i => i.Content, content), IamScenario.Ct);
        }

        Assert.Null(await iam.Get<StepUpIntents>().TakeAsync(his, dave.Caller.SessionId, dave.UserId, IamScenario.Ct));
        Assert.NotNull(await iam.Get<StepUpIntents>().TakeAsync(mine, root.Caller.SessionId, root.UserId, IamScenario.Ct));
    }

    private static Task<string?> KeepAsync(IamScenario iam, SignedIn session, string held = "phone") =>
        iam.Get<StepUpIntents>().KeepAsync(session.Caller.SessionId, session.UserId, new IntentContent(
            "/users/alice?tab=security", "remove the MFA device phone of alice", null,
            new Dictionary<string, JsonElement> { ["devices"] = JsonSerializer.SerializeToElement(held) }), IamScenario.Ct);
}
