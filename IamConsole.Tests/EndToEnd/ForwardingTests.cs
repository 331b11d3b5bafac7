using System.Net;
using IamConsole.Core.Persistence;
using IamConsole.Core.WebAuthn;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.EndToEnd;

/// <summary>
/// Behind proxies: Host, X-Forwarded-*, chains of one to three known proxies, ports, IDN and IPv6. The visitor's address, links,
/// the origin check and the RP ID are right, or the request is refused and both sides are told.
/// </summary>
public sealed class ForwardingTests
{
    private const string Visitor = "203.0.113.9";

    // The server's peer is a known proxy (127.0.0.1); so is the network of those before it.
    private static readonly Dictionary<string, string> Visitors = new()
    {
        [""] = "127.0.0.1",
        [Visitor] = Visitor,
        [Visitor + ":4711"] = Visitor,
        [Visitor + ", 10.1.0.2"] = Visitor,
        [Visitor + ", 10.1.0.3, 10.1.0.2"] = Visitor,
        [Visitor + ", ::ffff:10.1.0.2"] = Visitor,
        ["::ffff:" + Visitor] = Visitor,
        ["2001:db8::9"] = "2001:db8::9",
        ["[2001:db8::9]:4711, 10.1.0.2:80"] = "2001:db8::9",

        // What an unknown hop says is not believed, and what a visitor says of himself is not either.
        ["198.51.100.1, 192.0.2.50, 10.1.0.2"] = "192.0.2.50",
        ["10.1.0.9, 192.0.2.50"] = "192.0.2.50",
        ["198.51.100.1, " + Visitor] = Visitor,
        ["unknown"] = "127.0.0.1",
    };

    [Theory]
    [InlineData("https://console.example", "https://console.example", "console.example")]
    [InlineData("https://console.example:8443", "https://console.example:8443", "console.example")]
    [InlineData("https://Bücher.example:443/", "https://xn--bcher-kva.example", "xn--bcher-kva.example")]
    [InlineData("https://[2001:db8::7]:8443", "https://[2001:db8::7]:8443", "[2001:db8::7]")]
    public async Task Hosts_and_origins_are_held_against_PublicUrl_alone(string publicUrl, string origin, string host)
    {
        var log = new LogRecord();
        await using var org = await OpenAsync(publicUrl, log);
        Assert.Equal(host, org.Server.Get<RelyingPartyIdentity>().Id);
        foreach (var (sent, forwarded, answered) in new (string, string?, bool)[]
        {
            (host, null, true), (host + ":8443", null, true), (host + ":80", null, true), ("127.0.0.1:5080", host, true), ("127.0.0.1:5080", host + ":8443", true),
            ("127.0.0.1:5080", null, false), ("localhost", null, false), ("evil.example", null, false), (host, "evil.example", false), ("evil.example", "localhost", false),
            (host.Trim('[', ']').Replace(':', '-') + ".evil.example", null, false),
        })
        {
            using var client = new RawClient(org.Server.Url) { Origin = origin };
            client.Headers["Host"] = sent;
            client.Headers["X-Forwarded-For"] = Visitor;
            client.Headers["X-Forwarded-Proto"] = "https";
            if (forwarded is not null) client.Headers["X-Forwarded-Host"] = forwarded;
            var page = await client.GetAsync("/signin");
            Assert.Equal((sent, forwarded, answered ? HttpStatusCode.OK : HttpStatusCode.MisdirectedRequest), (sent, forwarded, page.Status));
            Assert.DoesNotContain("evil.example", page.Body, StringComparison.Ordinal);
            if (!answered)
            {
                Assert.Contains("Proxy:KnownAddresses", page.Body, StringComparison.Ordinal);
                Assert.Contains(origin, WebUtility.HtmlDecode(page.Body), StringComparison.Ordinal);
                continue;
            }

            Assert.Equal("/signin?returnUrl=%2Fusers", (await client.GetAsync("/users")).Location);
            Assert.Equal(HttpStatusCode.OK, (await client.SubmitAsync(page, Typed(org))).Status);
            foreach (var foreign in new[] { "http" + origin[5..], "https://evil.example", "https://127.0.0.1:5080", "null" })
            {
                client.Origin = foreign;
                var refused = await client.SubmitAsync(page, Typed(org));
                Assert.Equal((foreign, HttpStatusCode.Forbidden), (foreign, refused.Status));
                Assert.Contains("Proxy:KnownAddresses", refused.Body, StringComparison.Ordinal);
            }
        }

        Assert.Contains(log.Lines, l => l.Contains("for the host evil.example", StringComparison.Ordinal) && l.Contains(origin, StringComparison.Ordinal));
        Assert.Contains(log.Lines, l => l.Contains("foreign origin https://evil.example", StringComparison.Ordinal) && l.Contains(origin, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_visitors_address_is_right_behind_one_two_and_three_known_proxies()
    {
        await using var org = await OpenAsync("https://console.example");
        using var client = new RawClient(org.Server.Url) { Origin = "https://console.example" };
        client.Headers["Host"] = "console.example";
        var form = await client.GetAsync("/signin");
        foreach (var (chain, expected) in Visitors)
        {
            client.Headers["X-Forwarded-For"] = chain;
            Assert.Equal(HttpStatusCode.OK, (await client.SubmitAsync(form, Typed(org))).Status);
            Assert.Equal((chain, expected), (chain, await LastAddressAsync(org)));
        }
    }

    [Fact]
    public async Task A_proxy_that_is_not_listed_is_believed_nothing_and_told_once()
    {
        var log = new LogRecord();
        await using var org = await Organisation.OpenAsync(new ConsoleServer(new() { ["PublicUrl"] = "https://console.example" }, log: log));
        using var client = new RawClient(org.Server.Url) { Origin = "https://console.example" };
        client.Headers["Host"] = "console.example";
        client.Headers["X-Forwarded-For"] = Visitor;
        Assert.Equal(HttpStatusCode.OK, (await client.SubmitAsync(await client.GetAsync("/signin"), Typed(org))).Status);
        Assert.Equal("127.0.0.1", await LastAddressAsync(org));
        Assert.Single(log.Lines, l => l.Contains("does not stand in Proxy:KnownAddresses", StringComparison.Ordinal));

        client.Headers["Host"] = "127.0.0.1:5080";
        client.Headers["X-Forwarded-Host"] = "console.example";
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await client.GetAsync("/signin")).Status);
    }

    [Fact]
    public async Task A_program_is_told_in_one_line_of_text()
    {
        await using var org = await OpenAsync("https://console.example");
        using var client = new RawClient(org.Server.Url);
        var refused = await client.GetAsync("/", accept: "*/*");
        Assert.Equal(HttpStatusCode.MisdirectedRequest, refused.Status);
        Assert.StartsWith("text/plain", refused.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("X-Forwarded-Host", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/theme.css", accept: "*/*")).Status);
    }

    [Fact]
    public async Task A_visitor_without_TLS_whom_a_known_proxy_names_is_warned()
    {
        await using var org = await OpenAsync("https://console.example");
        using var client = new RawClient(org.Server.Url);
        client.Headers["Host"] = "console.example";
        Assert.DoesNotContain("This address is not secure", (await client.GetAsync("/signin")).Body, StringComparison.Ordinal);
        client.Headers["X-Forwarded-Proto"] = "http";
        Assert.Contains("This address is not secure", (await client.GetAsync("/signin")).Body, StringComparison.Ordinal);
    }

    private static Task<Organisation> OpenAsync(string publicUrl, LogRecord? log = null) => Organisation.OpenAsync(new ConsoleServer(
        new() { ["PublicUrl"] = publicUrl, ["Proxy:KnownAddresses:0"] = "127.0.0.1", ["Proxy:KnownAddresses:1"] = "10.1.0.0/16" }, log: log));

    private static Dictionary<string, string> Typed(Organisation org) =>
        new() { ["Input.Account"] = org.Lumen.Alias, ["Input.UserName"] = org.Amina.Name, ["Input.Password"] = "wrong" };

    private static async Task<string?> LastAddressAsync(Organisation org)
    {
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.AuditEvents.OrderByDescending(e => e.Sequence).Select(e => e.Address).FirstAsync(TestContext.Current.CancellationToken);
    }
}
