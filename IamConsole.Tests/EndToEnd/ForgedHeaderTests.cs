using System.Globalization;
using System.Net;
using IamConsole.Core.Persistence;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Security bar T50: what a client says of its own address and of our name is not believed.</summary>
public sealed class ForgedHeaderTests
{
    private const string Claimed = "203.0.113.66";

    private static readonly (string Name, string Value)[] Forged =
    [
        ("X-Forwarded-For", Claimed), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Prefix", "/evil"),
        ("X-Real-IP", Claimed), ("Forwarded", $"for={Claimed};host=evil.example"), ("X-Original-Host", "evil.example"), ("X-HTTP-Method-Override", "POST"),
    ];

    [Theory]
    [InlineData(null, false)]
    [InlineData("198.51.100.9", false)]
    [InlineData("127.0.0.1", true)]
    public async Task T50_forwarded_addresses_are_believed_of_a_listed_proxy_alone(string? proxy, bool believed)
    {
        await using var org = await OpenAsync(proxy);
        using var client = Client(org);

        foreach (var header in Forged) client.Headers[header.Name] = header.Value;
        if (believed)
        {
            // A listed proxy may say whose visitor it is, not under which name the console is found.
            Assert.Equal(HttpStatusCode.MisdirectedRequest, (await client.GetAsync("/signin")).Status);
            client.Headers.Remove("X-Forwarded-Host");
            client.Origin = "https" + client.Origin![4..];
        }

        var form = await client.GetAsync("/signin");
        var refused = await client.SubmitAsync(form, Typed(org));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.DoesNotContain("evil.example", refused.Body, StringComparison.Ordinal);
        Assert.Equal(believed ? Claimed : "127.0.0.1", await LastAddressAsync(org));
    }

    [Fact]
    public async Task T50_a_new_address_for_each_guess_does_not_lift_the_throttle()
    {
        await using var org = await OpenAsync(proxy: null);
        using var client = Client(org);
        for (var i = 0; i < 12; i++)
        {
            client.Headers["X-Forwarded-For"] = "203.0.113." + i.ToString(CultureInfo.InvariantCulture);
            await client.SubmitAsync(await client.GetAsync("/signin"), Typed(org));
        }

        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal("Throttled", await db.AuditEvents.OrderByDescending(e => e.Sequence).Select(e => e.Reason).FirstAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task T50_a_forged_host_stands_in_no_redirect_and_no_page_and_sends_no_form()
    {
        await using var org = await OpenAsync(proxy: null);
        using var client = Client(org);
        var form = await client.GetAsync("/signin");
        client.Headers["Host"] = "evil.example";
        foreach (var path in new[] { "/", "/users", "/signin", "/signin/root", "/signin/mfa", "/setup", "/no-such-page", "/error" })
        {
            var answer = await client.GetAsync(path);
            Assert.DoesNotContain("evil.example", answer.Location ?? "", StringComparison.Ordinal);
            Assert.DoesNotContain("evil.example", answer.Body, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.Status);
        }

        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await client.SubmitAsync(form, Typed(org))).Status);
        client.Origin = "http://evil.example";
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await client.SubmitAsync(form, Typed(org))).Status);
    }

    private static async Task<Organisation> OpenAsync(string? proxy) => await Organisation.OpenAsync(
        new ConsoleServer(proxy is null ? null : new() { ["Proxy:KnownAddresses:0"] = proxy }));

    private static RawClient Client(Organisation org) => new(new UriBuilder(org.Server.Url) { Host = "127.0.0.1" }.Uri);

    private static Dictionary<string, string> Typed(Organisation org) =>
        new() { ["Input.Account"] = org.Lumen.Alias, ["Input.UserName"] = org.Amina.Name, ["Input.Password"] = "wrong" };

    private static async Task<string?> LastAddressAsync(Organisation org)
    {
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.AuditEvents.OrderByDescending(e => e.Sequence).Select(e => e.Address).FirstAsync(TestContext.Current.CancellationToken);
    }
}
