using System.Diagnostics;
using System.Globalization;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.Scale;

/// <summary>
/// Whole sign-ins, password and code, by 64 people at once. The hash is the cheapest there is, so that the database and the
/// audit trail's chain are what is measured: figures in the test's output, no timed assertion. SIGN_IN_ROUNDS=40 for more.
/// </summary>
public sealed class SignInFigures(ITestOutputHelper output)
{
    private const int People = 64;

    [Theory, BothDatabases]
    public async Task Sixty_four_people_sign_in_at_once_again_and_again_and_the_rate_is_printed(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var account = await iam.AccountWithRootAsync();
        var people = new List<Person>();
        for (var i = 0; i < People; i++)
            people.Add(await iam.UserWithAuthenticatorAppAsync(account, await iam.SignInAsync(account.Root), FormattableString.Invariant($"person{i}")));

        await RoundAsync(iam, people);
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("SIGN_IN_ROUNDS"), CultureInfo.InvariantCulture, out var set) ? set : 2;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < rounds; i++) await RoundAsync(iam, people);
        output.WriteLine(FormattableString.Invariant(
            $"{database}, {People} in flight: {People * rounds / watch.Elapsed.TotalSeconds:N0} sign-ins/s, each two transactions and three rows of audit"));
        Assert.True((await iam.VerifyAsync()).IsGood);
    }

    // A code serves once: the next round is in the next step of time.
    private static async Task RoundAsync(IamScenario iam, List<Person> people)
    {
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        await Simultaneously.RunAsync(People, async i =>
        {
            var pending = await iam.PendingAsync(people[i]);
            return (await iam.TypeCodeAsync(pending, people[i].App!.Code())).Ok();
        });
    }
}
