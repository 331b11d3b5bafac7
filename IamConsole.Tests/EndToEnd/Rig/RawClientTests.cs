using System.Net;

namespace IamConsole.Tests.EndToEnd.Rig;

public sealed class RawClientTests
{
    private const string Antiforgery = "__Host-iam-antiforgery";

    private static readonly Dictionary<string, string> Wrong = new()
    {
        ["Input.Account"] = "123456789012", ["Input.UserName"] = "nobody", ["Input.Password"] = "wrong password",
    };

    [Fact]
    public async Task A_form_is_posted_with_its_hidden_fields_and_Secure_cookies()
    {
        await using var server = new ConsoleServer();
        using var client = new RawClient(server.Url);
        var page = await client.GetAsync("/signin");
        Assert.Contains(Antiforgery, client.Cookies.Keys);
        Assert.Contains(page.SetCookies, c => c.Contains("secure", StringComparison.OrdinalIgnoreCase));
        var answer = await client.SubmitAsync(page, Wrong);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Authentication failed", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_can_be_spoiled_or_left_out()
    {
        await using var server = new ConsoleServer();
        using var client = new RawClient(server.Url);
        var page = await client.GetAsync("/signin");
        client.Cookies[Antiforgery] = "spoiled";
        Assert.Equal(HttpStatusCode.BadRequest, (await client.SubmitAsync(page, Wrong)).Status);
        client.Cookies.Clear();
        Assert.Equal(HttpStatusCode.BadRequest, (await client.SubmitAsync(page, Wrong)).Status);
    }

    [Fact]
    public async Task It_sends_the_origin_it_is_told_or_none()
    {
        await using var server = new ConsoleServer();
        using var client = new RawClient(server.Url);
        var page = await client.GetAsync("/signin");
        client.Origin = null;
        Assert.Equal(HttpStatusCode.OK, (await client.SubmitAsync(page, Wrong)).Status);
        client.Origin = "https://evil.example";
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SubmitAsync(page, Wrong)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostJsonAsync("/signin", new { })).Status);
    }
}
