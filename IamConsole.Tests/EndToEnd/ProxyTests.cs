using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using IamConsole.Tests.EndToEnd.Rig;

namespace IamConsole.Tests.EndToEnd;

/// <summary>The examples of docs/proxies.md in front of a real server: sign-in, the visitor's address, the socket of open windows.</summary>
public sealed class ProxyTests
{
    // Another address of this machine, so that the visitor is not the proxy.
    private static readonly IPAddress Visitor = IPAddress.Parse("127.0.0.9");

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    public async Task Debians_proxy_as_documented_lets_people_in_and_strangers_not(string kind)
    {
        var port = ProxyProcess.FreePort();
        var origin = $"https://console.example:{port}";
        await using var org = await Organisation.OpenAsync(new ConsoleServer(new() { ["PublicUrl"] = origin, ["Proxy:KnownAddresses"] = "127.0.0.1" }));
        await using var proxy = await ProxyProcess.StartAsync(kind, port, org.Server.Url.Port);
        using var client = new RawClient(new Uri(origin), handler: Through(port));

        var form = await client.GetAsync("/signin");
        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.DoesNotContain("This address is not secure", form.Body, StringComparison.Ordinal);
        var signedIn = await client.SubmitAsync(
            form, new() { ["Input.Account"] = org.Lumen.Alias, ["Input.UserName"] = org.Amina.Name, ["Input.Password"] = org.Amina.Password });
        Assert.Equal((HttpStatusCode.Redirect, "/"), (signedIn.Status, signedIn.Location));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/security-credentials")).Status);
        Assert.Equal(Visitor.ToString(), await org.InDatabaseAsync(db => Task.FromResult(db.AuditEvents.OrderByDescending(e => e.Sequence).First(e => e.Address != null).Address)));

        Assert.Equal(HttpStatusCode.SwitchingProtocols, await SocketAsync(client, origin, port));
        Assert.Equal(HttpStatusCode.Forbidden, await SocketAsync(client, "https://evil.example", port));
        client.Origin = "https://evil.example";
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", [])).Status);
        using var head = new HttpRequestMessage(HttpMethod.Head, "/health/ready");
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(head)).Status);
    }

    private static async Task<HttpStatusCode> SocketAsync(RawClient client, string origin, int port)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.SetRequestHeader("User-Agent", "RawClient/1.0");
        socket.Options.SetRequestHeader("Cookie", string.Join("; ", client.Cookies.Select(c => $"{c.Key}={c.Value}")));
        using var invoker = new HttpMessageInvoker(Through(port));
        try
        {
            await socket.ConnectAsync(new Uri($"wss://console.example:{port}/_blazor"), invoker, TestContext.Current.CancellationToken);
        }
        catch (WebSocketException)
        {
            // The status tells why.
        }

        return socket.HttpStatusCode;
    }

    /// <summary>Whatever the name, the proxy on this machine, with a certificate that nobody signed.</summary>
    private static SocketsHttpHandler Through(int port) => new()
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, errors) => errors is not SslPolicyErrors.RemoteCertificateNotAvailable },
        ConnectCallback = async (_, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(Visitor, 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };
}
