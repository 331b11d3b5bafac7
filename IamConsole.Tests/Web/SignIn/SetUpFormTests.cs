using IamConsole.Tests.EndToEnd.Rig;
using SetupCode = IamConsole.Web.Hosting.SetupCode;

namespace IamConsole.Tests.Web.SignIn;

/// <summary>The first form of an installation, as a browser without scripts sends it.</summary>
public sealed class SetUpFormTests
{
    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_and_what_was_right_stays_passwords_included()
    {
        await using var server = new ConsoleServer();
        using var client = new RawClient(server.Url);
        var page = await client.GetAsync("/setup?code=" + server.Get<SetupCode>().Reveal());

        var wrong = await client.SubmitAsync(page, new()
        {
            ["Input.Name"] = "",
            ["Input.Alias"] = "A--",
            ["Input.AccountId"] = "12",
            ["Input.RootEmail"] = "nobody",
            ["Input.Country"] = "",
            ["Input.Password"] = "correct horse battery",
            ["Input.Confirm"] = "correct horse battery",
        });
        var differing = await client.SubmitAsync(page, new() { ["Input.Password"] = "correct horse battery", ["Input.Confirm"] = "another one" });

        foreach (var field in new[] { "name", "alias", "accountid", "country", "rootemail" })
            Assert.Contains($"id=\"input-{field}-error\"", wrong.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("input-password-error", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"A--\"", wrong.Body, StringComparison.Ordinal);
        Assert.Equal(3, wrong.Body.Split("correct horse battery").Length);
        Assert.Equal("no-store", wrong.Headers["Cache-Control"].Split(',')[0]);
        Assert.Contains("input-confirm-error", differing.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("correct horse battery", differing.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/signin")]
    [InlineData("/signin/root")]
    public async Task Before_there_is_an_account_the_sign_in_says_that_set_up_comes_first(string path)
    {
        await using var server = new ConsoleServer();
        using var client = new RawClient(server.Url);

        var page = await client.GetAsync(path);

        Assert.Contains("Set-up comes first", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Get<SetupCode>().Reveal(), page.Body, StringComparison.Ordinal);
        await using var org = await Organisation.OpenAsync(new ConsoleServer());
        using var later = new RawClient(org.Server.Url);
        Assert.DoesNotContain("Set-up comes first", (await later.GetAsync(path)).Body, StringComparison.Ordinal);
    }
}
