using System.Net;
using IamConsole.Core.Persistence;
using IamConsole.Tests.Core.Persistence;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.EndToEnd;

/// <summary>What a watcher asks: without a session, whatever the Host, and without learning more than a word.</summary>
public sealed class HealthTests(PostgresServer postgres)
{
    [Fact]
    public async Task Live_and_ready_are_answered_to_anybody_under_any_name()
    {
        await using var server = new ConsoleServer(new() { ["PublicUrl"] = "https://console.example" });
        using var client = new RawClient(server.Url);
        client.Cookies["__Host-iam-session"] = "garbage";
        foreach (var host in new[] { "console.example", "10.0.0.7:5080", "evil.example" })
        {
            client.Headers["Host"] = host;
            var (live, ready) = (await client.GetAsync("/health/live", "*/*"), await client.GetAsync("/health/ready", "*/*"));
            Assert.Equal((HttpStatusCode.OK, "live", "no-store"), (live.Status, live.Body, live.Headers["Cache-Control"]));
            Assert.Equal((HttpStatusCode.OK, "ready", "no-store"), (ready.Status, ready.Body, ready.Headers["Cache-Control"]));
        }
    }

    [Theory]
    [InlineData("""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '%SecurityKeys'""", "schema")]
    [InlineData("""UPDATE "Installations" SET "KeyCheck" = x'00'""", "keys")]
    [InlineData("""DELETE FROM "Installations" """, "keys")]
    [InlineData("""UPDATE "AuditChain" SET "Sequence" = "Sequence" + 1""", "audit")]
    [InlineData("""DELETE FROM "AuditChain" """, "audit")]
    [InlineData("""DROP TABLE "AuditChain" """, "database")]
    public async Task Not_ready_is_one_word_and_is_asked_of_the_database_once_in_five_seconds(string damage, string word)
    {
        await using var server = new ConsoleServer();
        using var client = new RawClient(server.Url);
        Assert.Equal("ready", (await client.GetAsync("/health/ready")).Body);
        await using (var db = await server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
            await db.Database.ExecuteSqlRawAsync(damage, TestContext.Current.CancellationToken);

        // A flood is answered from memory.
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => Assert.Equal("ready", (await client.GetAsync("/health/ready")).Body)));
        server.Clock.Advance(TimeSpan.FromSeconds(6));
        var answer = await client.GetAsync("/health/ready");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, word), (answer.Status, answer.Body));
        Assert.Equal("live", (await client.GetAsync("/health/live")).Body);
    }

    [Fact]
    public async Task A_server_whose_database_is_gone_lives_and_is_not_ready()
    {
        var database = await postgres.NewDatabaseAsync(PostgresTestDatabase.MigrateAsync);
        await using var server = new ConsoleServer(new() { ["ConnectionStrings:Postgres"] = database });
        using var client = new RawClient(server.Url);
        Assert.Equal("ready", (await client.GetAsync("/health/ready")).Body);
        await postgres.DropAsync(database);
        server.Clock.Advance(TimeSpan.FromSeconds(6));
        client.Cookies["__Host-iam-session"] = "garbage";
        Assert.Equal("database", (await client.GetAsync("/health/ready")).Body);
        Assert.Equal("live", (await client.GetAsync("/health/live")).Body);
    }

    [Fact]
    public async Task HEAD_is_answered_as_GET_without_a_body_on_every_route()
    {
        await using var org = await Organisation.OpenAsync();
        using var maria = new RawVisitor(org);
        await maria.PasswordAsync(org.Maria);
        await maria.CodeAsync(org.CodesOf(org.Maria).Now());
        Assert.True(await maria.IsInAsync());
        string[] anonymous = ["/signin", "/signin/root", "/health/live", "/health/ready", "/theme.css", "/no-such-page", "/not-found", "/wrong-address"];
        foreach (var path in Routes.OfConsole(org.Server).Where(p => !p.StartsWith("/_", StringComparison.Ordinal)).Concat(anonymous))
        {
            var got = await maria.Client.GetAsync(path);
            using var request = new HttpRequestMessage(HttpMethod.Head, path);
            request.Headers.TryAddWithoutValidation("Accept", "text/html");
            var head = await maria.Client.SendAsync(request);
            Assert.Equal((path, got.Status, got.Location), (path, head.Status, head.Location));
            Assert.Equal((path, ""), (path, head.Body));
            Assert.Equal((path, Type(got)), (path, Type(head)));
        }
    }

    private static string? Type(RawResponse answer) => answer.Headers.GetValueOrDefault("Content-Type");
}
