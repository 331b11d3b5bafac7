namespace IamConsole.Tests.Core.Scenarios;

internal sealed partial class IamScenario
{
    /// <summary>Somebody who knows the password types wrong codes, waiting whenever he is slowed down.</summary>
    public async Task GuessAsync(Person person, int times)
    {
        for (var left = times; left > 0;)
        {
            var answer = await TypeCodeAsync(await PendingAsync(person), person.App!.WrongCode());
            if (answer.Error?.Code == "Throttling") Clock.Advance(TimeSpan.FromMinutes(3));
            else left--;
            Assert.False(answer.Succeeded);
        }
    }

    /// <summary>A new session of an account's first user, after a clock was moved past the old one's life.</summary>
    public Task<SignedIn> RenewAsync(SignedIn session) => SignInAsync(PersonOf(session));

    public Person PersonOf(SignedIn root) => _roots[root.UserId];
}
