using IamConsole.Core.Demo;
using IamConsole.Tests.EndToEnd.Rig;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Security bar T57: what everybody types and gets, looked for in everything that is logged.</summary>
public sealed class LogSecretsTests
{
    [Fact]
    public async Task T57_no_password_code_cookie_or_challenge_is_in_the_finest_log_of_product_and_framework()
    {
        using var log = new LogRecord();
        var secrets = new List<string>();
        await using (var org = await Organisation.OpenAsync(new ConsoleServer(log: log)))
        {
            foreach (var person in org.Lumen.People.Concat(org.Federal.People))
                secrets.AddRange([person.Password, .. person.Devices.Where(d => d.Secret.Length > 0).Select(d => d.Secret)]);
            secrets.AddRange(org.FreeToken.Secret, org.GovToken.Secret);
            await SignInAsync(org, org.Chen, secrets);
            await SignInAsync(org, org.Maria, secrets);
            await SignInAsync(org, org.Amina, secrets);
        }

        Assert.InRange(log.Lines.Count, 1000, int.MaxValue);
        foreach (var secret in secrets.Where(s => s.Length >= 6).Distinct())
            Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
    }

    private static async Task SignInAsync(Organisation org, DemoPerson person, List<string> secrets)
    {
        using var visitor = new RawVisitor(org);
        await visitor.PasswordAsync(person, "canary of a wrong password");
        await visitor.NameAsync(org.Lumen.Alias, "canary-typed-as-name", "x");
        await visitor.PasswordAsync(person);
        secrets.AddRange(visitor.Client.Cookies.Where(c => c.Value.Length > 16).Select(c => c.Value));
        if (person.Devices.Count > 0)
        {
            var (wrong, right) = ("314159", org.CodesOf(person).Now());
            await visitor.CodeAsync(wrong);
            Assert.Equal("/", (await visitor.CodeAsync(right)).Location);
            secrets.AddRange("=" + wrong, " " + wrong, "\"" + wrong, "=" + right, " " + right, "\"" + right);
        }

        Assert.True(await visitor.IsInAsync());
        secrets.AddRange(["canary of a wrong password", "canary-typed-as-name", "CANARY-TYPED-AS-NAME", .. visitor.Client.Cookies.Where(c => c.Value.Length > 16).Select(c => c.Value)]);
        foreach (var page in Routes.OfConsole(org.Server).Where(p => !p.StartsWith("/_", StringComparison.Ordinal))) await visitor.Client.GetAsync(page);
        await visitor.Client.SubmitAsync(await visitor.Client.GetAsync("/signin/confirm"), [], action: "/signout");
    }
}
