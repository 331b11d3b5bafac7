using System.Net;
using IamConsole.Tests.Core.Persistence;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Security bar T25 on two servers with one PostgreSQL database and one key ring.</summary>
public sealed class TwoServersTests(ChromiumBrowser browser, PostgresServer postgres)
{
    [Fact]
    public async Task T25_what_is_ended_at_one_server_is_dead_at_the_other()
    {
        Dictionary<string, string?> settings = new()
        {
            ["ConnectionStrings:Postgres"] = await postgres.NewDatabaseAsync(PostgresTestDatabase.MigrateAsync),
        };
        await using var org = await Organisation.OpenAsync(new ConsoleServer(settings));
        var folder = BesideOf(org.Server.DataFolder);
        await using (var other = new ConsoleServer(settings, folder))
        {
            await using var first = await browser.OpenAsync(org.Server.Url);
            await using var second = await browser.OpenAsync(org.Server.Url);
            await using var hers = await browser.OpenAsync(org.Server.Url);

            // Signed in once, with windows at both: a browser sends one host's cookies to every port.
            var there = await SignInAtBothAsync(first, org, other);
            var later = await SignInAtBothAsync(second, org, other);
            await new Visitor(second, org).PressAsync("End all other sessions");
            await new Visitor(second, org).PressAsync("End sessions");
            await new Visitor(second, org).SeeAsync("1 session has ended.");
            await EndedAsync(first, there, other);
            await later.GetByText("This session").First.WaitForAsync();
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(second, other));

            var maria = new Visitor(hers, org);
            await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
            await maria.GoToAsync("/users/amina.diallo");
            await maria.PressAsync("End all sessions");
            await maria.PressAsync("End sessions");
            await maria.SeeAsync("This user is not signed in.");
            await EndedAsync(second, later, other);
        }

        folder.Delete(recursive: true);
    }

    /// <summary>A data folder of a second server: its own, with the key ring of the first and copies of the audit trail's keys.</summary>
    private static DirectoryInfo BesideOf(string first)
    {
        var folder = Directory.CreateTempSubdirectory("iam-console-test-");
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "keys"), Path.Combine(first, "keys"));
        var audit = folder.CreateSubdirectory("audit");
        foreach (var key in new[] { "chain.key", "checkpoint.key", "checkpoint.pub" })
            File.Copy(Path.Combine(first, "audit", key), Path.Combine(audit.FullName, key));
        return folder;
    }

    private static async Task<IPage> SignInAtBothAsync(BrowserPage window, Organisation org, ConsoleServer other)
    {
        var amina = new Visitor(window, org);
        await amina.SignInAsync(org.Amina);
        await amina.SeeConsoleAsync();
        await amina.GoToAsync("/security-credentials");
        await amina.SeeAsync("This session");
        var there = await window.Page.Context.NewPageAsync();
        await there.GotoAsync(new Uri(other.Url, "/security-credentials").ToString());
        await there.Locator("[data-interactive=true]").WaitForAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(window, other));
        return there;
    }

    // The next request at once, the open windows here within 5 seconds and there within 30 (T22).
    private static async Task EndedAsync(BrowserPage here, IPage there, ConsoleServer other)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(here, other));
        await here.Page.GetByText("Your session has ended").First.WaitForAsync(new() { Timeout = 5_000 });
        await there.GetByText("Your session has ended").First.WaitForAsync(new() { Timeout = 30_000 });
    }

    private static async Task<HttpStatusCode> StatusAsync(BrowserPage window, ConsoleServer server)
    {
        using var client = new RawClient(server.Url);
        foreach (var cookie in await window.Page.Context.CookiesAsync()) client.Cookies[cookie.Name] = cookie.Value;
        return (await client.GetAsync("/security-credentials", accept: "*/*")).Status;
    }
}
