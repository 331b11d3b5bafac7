using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scale;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.SignIn;

/// <summary>
/// Security bar T16 without a stopwatch: a name that exists costs the same statements as one that does not. That it costs
/// the same hash is told by <c>PasswordHashingTests</c>; the times themselves are measured at the door.
/// </summary>
public sealed class SignInWorkTests
{
    [Theory, BothDatabases]
    public async Task T16_every_refused_password_costs_the_same_statements_whoever_is_named(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var (app, nobody) = (await iam.UserWithAuthenticatorAppAsync(account, root, "alice"), await iam.UserAsync(account, root, "build", hasPassword: false));
        await using var db = await iam.OpenAsync();
        using var log = new StatementLog(db);
        await RefusedAsync(dave.Credentials);
        var known = await RefusedAsync(dave.Credentials);

        Assert.NotEmpty(known);
        Assert.Equal(string.Join("\n", known), string.Join("\n", await RefusedAsync(app.Credentials)));
        Assert.Equal(known, await RefusedAsync(nobody.Credentials));
        Assert.Equal(known, await RefusedAsync(dave.Credentials with { UserName = "nobody" }));
        Assert.Equal(known, await RefusedAsync(dave.Credentials with { Account = "no-such-account" }));
        for (var i = 0; i < 10; i++) await RefusedAsync(dave.Credentials);
        Assert.Equal(known, await RefusedAsync(dave.Credentials));
        Assert.Equal(
            await RefusedAsync(account.Root.Credentials), await RefusedAsync(new Credentials(null, null, "stranger@example.com", "x")));

        async Task<IReadOnlyList<string>> RefusedAsync(Credentials typed)
        {
            log.Take();
            Assert.Equal(SignInErrors.AuthenticationFailed, (await iam.TypePasswordAsync(typed with { Password = "wrong password" })).Error);
            return log.Take();
        }
    }

    [Theory, BothDatabases]
    public async Task T10_a_stranger_who_guesses_day_and_night_locks_out_neither_root_nor_a_user_elsewhere(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var owner = iam.PersonOf(root);
        for (var day = 0; day < 3; day++)
        {
            for (var i = 0; i < 40; i++)
            {
                foreach (var person in new[] { owner, alice })
                    await iam.Get<BeginSignIn>().RunAsync(
                        person.Credentials with { Password = "guess" }, "browser-2", IamScenario.Client with { Address = "203.0.113.66" }, IamScenario.Ct);
            }

            await iam.SignInAsync(owner);
            await iam.SignInAsync(alice);
            iam.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    [Theory, BothDatabases]
    public async Task T10_from_the_owners_own_address_the_way_in_is_open_again_after_five_minutes(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var owner = iam.PersonOf(root);
        for (var i = 0; i < 1000; i++)
            await iam.TypePasswordAsync(owner.Credentials with { RootEmail = i % 2 == 0 ? owner.RootEmail : $"x{i}@example.com", Password = "guess" });
        Assert.False((await iam.TypePasswordAsync(owner.Credentials)).Succeeded);

        iam.Clock.Advance(TimeSpan.FromMinutes(5));

        await iam.SignInAsync(owner);
    }
}
