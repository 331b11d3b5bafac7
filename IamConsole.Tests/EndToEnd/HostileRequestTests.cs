using System.Net;
using IamConsole.Tests.EndToEnd.Rig;

namespace IamConsole.Tests.EndToEnd;

public sealed class HostileRequestTests
{
    [Fact]
    public async Task T36_every_route_that_changes_something_refuses_another_sites_form()
    {
        await using var org = await Organisation.OpenAsync();
        using var visitor = new RawVisitor(org);
        await visitor.PasswordAsync(org.Amina);
        visitor.Client.Origin = "https://evil.example";
        foreach (var path in Routes.Unsafe(org.Server).Append("/signout").Distinct())
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Client.PostAsync(path, [])).Status);
        visitor.Client.Origin = null;
        foreach (var path in new[] { "/signout", "/signin/cancel", "/signin/mfa/key/options", "/signin/confirm/key/options", "/signin" })
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Client.PostAsync(path, [])).Status);
        Assert.True(await visitor.IsInAsync());
    }

    [Fact]
    public async Task T27_the_hub_refuses_a_foreign_origin_and_a_stranger()
    {
        await using var org = await Organisation.OpenAsync();
        using var client = new RawClient(org.Server.Url) { Origin = "https://evil.example" };
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", [])).Status);
        client.Origin = org.Server.Url.GetLeftPart(UriPartial.Authority);
        var stranger = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", []);
        Assert.True(stranger.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Redirect, $"{stranger.Status}");
        Assert.DoesNotContain("connectionToken", stranger.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("%2f%2fevil.example")]
    [InlineData("/%2fevil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task T49_the_way_back_stays_on_the_site(string returnUrl)
    {
        await using var org = await Organisation.OpenAsync();
        using var visitor = new RawVisitor(org);
        var done = await visitor.PasswordAsync(org.Amina, query: "?returnUrl=" + Uri.EscapeDataString(returnUrl));
        Assert.Equal("/", done.Location);
    }

    [Fact]
    public async Task The_way_back_is_kept_over_the_second_step()
    {
        await using var org = await Organisation.OpenAsync();
        using var visitor = new RawVisitor(org);
        var mfa = await visitor.PasswordAsync(org.Chen, query: "?returnUrl=%2Fsecurity-credentials");
        Assert.Equal("/signin/mfa?returnUrl=%2Fsecurity-credentials", mfa.Location);
        var done = await visitor.Client.SubmitAsync(
            await visitor.Client.GetAsync(mfa.Location!), new() { ["Input.Code"] = org.CodesOf(org.Chen).Now() });
        Assert.Equal("/security-credentials", done.Location);
    }

    [Fact]
    public async Task T51_every_answer_has_the_security_headers()
    {
        await using var org = await Organisation.OpenAsync();
        using var client = new RawClient(org.Server.Url);
        foreach (var path in new[] { "/signin", "/signin/root", "/setup", "/users", "/no-such-page", "/theme.css", "/error", "/tokens.css", "/_framework/blazor.web.js" })
        {
            var headers = (await client.GetAsync(path)).Headers;
            Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Contains("script-src 'self';", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain(',', headers["Content-Security-Policy"]);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.Equal("same-origin", headers["Referrer-Policy"]);
            Assert.StartsWith("max-age=31536000", headers["Strict-Transport-Security"], StringComparison.Ordinal);
            Assert.True(headers.ContainsKey("Cache-Control"), path);
        }

        Assert.Contains("no-store", (await client.GetAsync("/signin")).Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task T13_T53_oversized_and_odd_input_is_refused_without_a_comparison()
    {
        await using var org = await Organisation.OpenAsync();
        using var visitor = new RawVisitor(org);
        Assert.NotEqual(HttpStatusCode.InternalServerError, (await visitor.PasswordAsync(org.Amina, new string('x', 900_000))).Status);
        Assert.True((await visitor.PasswordAsync(org.Amina, new string('x', 2_000_000))).Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge);
        await visitor.PasswordAsync(org.Chen);
        foreach (var code in new[] { "", "12345", "1234567", "+12345", " 12345", "１２３４５６", new string('1', 100_000) })
        {
            var answer = await visitor.CodeAsync(code);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Contains("Enter exactly 6 digits.", answer.Body, StringComparison.Ordinal);
        }

        Assert.Equal("/", (await visitor.CodeAsync(org.CodesOf(org.Chen).Now())).Location);
    }
}
