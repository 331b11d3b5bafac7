using System.Net;
using IamConsole.Tests.EndToEnd.Rig;

namespace IamConsole.Tests.EndToEnd;

public sealed class StartTests
{
    [Fact]
    public async Task An_unknown_visitor_is_sent_to_sign_in_with_a_way_back()
    {
        await using var server = new ConsoleServer();
        using var client = new RawClient(server.Url);
        var answer = await client.GetAsync("/users");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal("/signin?returnUrl=%2Fusers", answer.Location);
    }

    [Fact]
    public async Task A_copied_or_dead_cookie_is_answered_with_401_outside_pages()
    {
        await using var server = new ConsoleServer();
        using var client = new RawClient(server.Url);
        client.Cookies["__Host-iam-session"] = "stolen";
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/users", accept: "*/*")).Status);
    }
}
