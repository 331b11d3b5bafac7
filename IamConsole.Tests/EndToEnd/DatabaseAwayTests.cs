using System.Net;
using IamConsole.Tests.Core.Persistence;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Tests.EndToEnd.Rig;
using Npgsql;
using SetupCode = IamConsole.Web.Hosting.SetupCode;

namespace IamConsole.Tests.EndToEnd;

/// <summary>The database goes and comes back: nobody is signed out, nothing typed is lost, and every answer says "try again".</summary>
public sealed class DatabaseAwayTests(PostgresServer postgres)
{
    [Fact]
    public async Task While_the_database_is_away_pages_forms_and_endpoints_answer_503_and_afterwards_all_go_on()
    {
        var own = new NpgsqlConnectionStringBuilder(await postgres.NewDatabaseAsync(PostgresTestDatabase.MigrateAsync));
        await using var proxy = new CuttingProxy(own.Host!);
        own.Host = proxy.Host;
        await using var org = await Organisation.OpenAsync(new ConsoleServer(new() { ["ConnectionStrings:Postgres"] = own.ToString() }));
        using var visitor = new RawVisitor(org);
        var client = visitor.Client;
        await visitor.PasswordAsync(org.Amina);
        Assert.True(await visitor.IsInAsync());
        using var stranger = new RawVisitor(org);
        var form = await stranger.Client.GetAsync("/signin");
        var root = await stranger.Client.GetAsync("/signin/root");

        proxy.Close();

        var page = Away(await client.GetAsync("/security-credentials"));
        Assert.Contains("Try again", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("fault of the console", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/tokens.css", accept: "text/css")).Status);
        Away(await client.GetAsync("/audit-events/export?format=csv", accept: "*/*"));
        Assert.Equal(HttpStatusCode.OK, (await stranger.Client.GetAsync("/signin")).Status);

        var typed = Away(await stranger.Client.SubmitAsync(form, new()
        {
            ["Input.Account"] = org.Lumen.Alias,
            ["Input.UserName"] = "amina.diallo",
            ["Input.Password"] = "typed in vain",
        }));
        Assert.Contains($"value=\"{org.Lumen.Alias}\"", typed.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"amina.diallo\"", typed.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("typed in vain", typed.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Authentication failed", typed.Body, StringComparison.Ordinal);

        var asked = await stranger.Client.SubmitAsync(root, new() { ["Input.Email"] = org.Root.Email! });
        Assert.Contains($"value=\"{org.Root.Email}\"", Away(await stranger.Client.SubmitAsync(asked, new() { ["Input.Password"] = "typed in vain" })).Body, StringComparison.Ordinal);

        proxy.Open();
        Assert.True(await visitor.IsInAsync());
        await stranger.PasswordAsync(org.Amina);
        Assert.True(await stranger.IsInAsync());
    }

    [Fact]
    public async Task While_the_database_is_away_set_up_answers_503_and_keeps_what_was_typed()
    {
        var own = new NpgsqlConnectionStringBuilder(await postgres.NewDatabaseAsync(PostgresTestDatabase.MigrateAsync));
        await using var proxy = new CuttingProxy(own.Host!);
        own.Host = proxy.Host;
        await using var server = new ConsoleServer(new() { ["ConnectionStrings:Postgres"] = own.ToString() });
        using var owner = new RawClient(server.Url, "RawClient/1.0");
        var form = await owner.GetAsync("/setup?code=" + server.Get<SetupCode>().Reveal());
        Assert.Equal(HttpStatusCode.OK, form.Status);

        proxy.Close();

        var typed = Away(await owner.SubmitAsync(form, new() { ["Input.Name"] = "Lumen Labs", ["Input.RootEmail"] = "owner@lumen-labs.example", ["Input.Password"] = "typed in vain" }));
        Assert.Contains("value=\"Lumen Labs\"", typed.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"owner@lumen-labs.example\"", typed.Body, StringComparison.Ordinal);
        Away(await owner.GetAsync("/setup?code=" + server.Get<SetupCode>().Reveal()));
    }

    private static RawResponse Away(RawResponse answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal("5", answer.Headers["Retry-After"]);
        return answer;
    }
}
