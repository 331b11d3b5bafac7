using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using IamConsole.Tests.EndToEnd.Rig;

namespace IamConsole.Tests.EndToEnd;

/// <summary>The hub of the open windows, without a browser (security bar T27, T28).</summary>
public sealed class HubTests
{
    private static readonly byte[] Handshake = Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e");

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost")]
    [InlineData("http://localhost.evil.example")]
    public async Task T27_negotiation_and_socket_of_another_site_are_refused_even_with_the_victims_cookies(string origin)
    {
        await using var org = await Organisation.OpenAsync();
        using var amina = new RawVisitor(org);
        await amina.PasswordAsync(org.Amina);
        var token = await NegotiateAsync(amina.Client);
        Assert.Equal(HttpStatusCode.Forbidden, await SocketAsync(org, amina, origin, "&id=" + token));
        Assert.Equal(HttpStatusCode.Forbidden, await SocketAsync(org, amina, origin));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await SocketAsync(org, amina, Own(org), "&id=" + token));
        amina.Client.Origin = origin;
        Assert.Equal(HttpStatusCode.Forbidden, (await amina.Client.PostAsync("/_blazor/negotiate?negotiateVersion=1", [])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await amina.Client.PostAsync("/_blazor/disconnect", [])).Status);
    }

    [Fact]
    public async Task T27_a_stranger_and_a_pending_sign_in_get_no_socket()
    {
        await using var org = await Organisation.OpenAsync();
        using var amina = new RawVisitor(org);
        await amina.PasswordAsync(org.Amina);
        var token = await NegotiateAsync(amina.Client);
        using var stranger = new RawVisitor(org);
        using var pending = new RawVisitor(org);
        await pending.PasswordAsync(org.Chen);

        foreach (var visitor in new[] { stranger, pending })
            foreach (var id in new[] { "", "&id=" + token })
                Assert.Equal(HttpStatusCode.Unauthorized, await SocketAsync(org, visitor, Own(org), id));
    }

    [Fact]
    public async Task T28_oversized_and_malformed_messages_end_their_own_connection_and_nothing_else()
    {
        await using var org = await Organisation.OpenAsync();
        using var amina = new RawVisitor(org);
        await amina.PasswordAsync(org.Amina);
        var oversized = new byte[1024 * 1024];
        foreach (var message in new[] { oversized, [0xff, 0xff, 0xff, 0xff, 0x0f, 0x00], [0x05, 0xc1, 0xc1, 0xc1, 0xc1, 0xc1] })
        {
            using var socket = await OpenAsync(org, amina);
            await socket.SendAsync(Handshake, WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
            await EndsAsync(socket, message);
        }

        Assert.True(await amina.IsInAsync());
    }

    private static string Own(Organisation org) => org.Server.Url.GetLeftPart(UriPartial.Authority);

    private static async Task<string> NegotiateAsync(RawClient client)
    {
        var answer = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", []);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        using var json = JsonDocument.Parse(answer.Body);
        return json.RootElement.GetProperty("connectionToken").GetString()!;
    }

    /// <summary>The answer to an upgrade; what was opened is closed at once.</summary>
    private static async Task<HttpStatusCode> SocketAsync(Organisation org, RawVisitor visitor, string origin, string id = "")
    {
        using var socket = Socket(visitor, origin);
        try
        {
            await socket.ConnectAsync(Address(org, id), TestContext.Current.CancellationToken);
        }
        catch (WebSocketException)
        {
            // The status tells why.
        }

        return socket.HttpStatusCode;
    }

    private static async Task<ClientWebSocket> OpenAsync(Organisation org, RawVisitor visitor)
    {
        var socket = Socket(visitor, Own(org));
        await socket.ConnectAsync(Address(org, ""), TestContext.Current.CancellationToken);
        return socket;
    }

    private static ClientWebSocket Socket(RawVisitor visitor, string origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.SetRequestHeader("User-Agent", "RawClient/1.0");
        socket.Options.SetRequestHeader("Cookie", string.Join("; ", visitor.Client.Cookies.Select(c => $"{c.Key}={c.Value}")));
        return socket;
    }

    private static Uri Address(Organisation org, string id) =>
        new UriBuilder(org.Server.Url) { Scheme = "ws", Path = "/_blazor", Query = "x=1" + id }.Uri;

    // The server says good-bye or hangs up; it never answers such a message otherwise.
    private static async Task EndsAsync(ClientWebSocket socket, byte[] message)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Binary, true, patience.Token);
            var buffer = new byte[64 * 1024];
            while (socket.State is WebSocketState.Open) await socket.ReceiveAsync(buffer, patience.Token);
        }
        catch (WebSocketException)
        {
            // Hung up.
        }

        Assert.NotEqual(WebSocketState.Open, socket.State);
    }
}
