using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>
/// A window without a browser: a socket at the hub that starts circuits, confirms what is drawn and answers calls into the
/// page with nothing. It sends whatever bytes a test gives it.
/// </summary>
internal sealed partial class CircuitClient : IAsyncDisposable
{
    private static readonly byte[] Handshake = Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e");

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<object?>> _waiting = new();
    private readonly ConcurrentQueue<HubMessage> _received = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly bool _keepsPictures;
    private Task _reading = Task.CompletedTask;
    private int _calls;

    private CircuitClient(bool keepsPictures) => _keepsPictures = keepsPictures;

    /// <summary>What the server called in this window, render batches included.</summary>
    public IEnumerable<HubMessage> Received => _received;

    /// <summary>Whether the server has hung up.</summary>
    public bool HungUp => _reading.IsCompleted;

    /// <summary>Opens the socket with these cookies; throws <see cref="WebSocketException"/> where it is refused.</summary>
    /// <param name="server">The server.</param>
    /// <param name="cookies">Whatever a test sends.</param>
    /// <param name="keepsPictures">Whether what is drawn stays to be looked at; a thousand windows of one test keep none.</param>
    public static async Task<CircuitClient> OpenAsync(Uri server, IReadOnlyDictionary<string, string> cookies, bool keepsPictures = true)
    {
        var client = new CircuitClient(keepsPictures);
        client._socket.Options.SetRequestHeader("Origin", server.GetLeftPart(UriPartial.Authority));
        client._socket.Options.SetRequestHeader("User-Agent", "RawClient/1.0");
        client._socket.Options.SetRequestHeader("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        await client._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/_blazor" }.Uri, Ct);
        await client._socket.SendAsync(Handshake, WebSocketMessageType.Text, true, Ct);
        client._reading = client.ReadAsync();
        return client;
    }

    /// <summary>Starts the circuit of a page and puts its components in, as the page's script does. Answers the circuit's secret.</summary>
    public async Task<string?> StartAsync(Uri server, RawResponse page)
    {
        var state = State().Match(page.Body).Groups[1].Value;
        var operations = Marker().Matches(page.Body).Select((m, i) => string.Create(
            CultureInfo.InvariantCulture, $"{{\"type\":\"add\",\"ssrComponentId\":{i + 1},\"marker\":{m.Groups[1].Value[..^1]},\"uniqueId\":{i}}}}}"));
        var secret = (string?)await CallAsync("StartCircuit", server.ToString(), new Uri(server, page.Path).ToString(), "[]", state);
        if (secret is not null)
            await SendAsync(HubMessage.Calling(null, "UpdateRootComponents", $"{{\"batchId\":1,\"operations\":[{string.Join(',', operations)}]}}", state));
        return secret;
    }

    /// <summary>Takes a circuit up again.</summary>
    public async Task<bool> ConnectAsync(string secret) => await CallAsync("ConnectCircuit", secret) is true;

    /// <summary>Calls the hub and waits for the value it answers; null when it hangs up instead.</summary>
    public async Task<object?> CallAsync(string method, params object?[] arguments)
    {
        var id = Interlocked.Increment(ref _calls).ToString(CultureInfo.InvariantCulture);
        var answer = _waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (HungUp) return null;
        await SendAsync(HubMessage.Calling(id, method, arguments));
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
    }

    /// <summary>Sends bytes as they are; a server that has hung up takes none.</summary>
    public async Task SendAsync(byte[] frame)
    {
        await _sending.WaitAsync(Ct);
        try
        {
            if (_socket.State is WebSocketState.Open) await _socket.SendAsync(frame, WebSocketMessageType.Binary, true, Ct);
        }
        catch (WebSocketException)
        {
            // Hung up meanwhile.
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Waits until the server has sent something that fits, or has hung up. Answers whether it fits.</summary>
    public async Task<bool> WaitForAsync(Func<HubMessage, bool> fits)
    {
        while (!_received.Any(fits))
        {
            if (HungUp) return _received.Any(fits);
            if (!await _arrived.WaitAsync(TimeSpan.FromSeconds(20), Ct)) throw new TimeoutException(string.Join(' ', _received.Select(m => m.Target)));
        }

        return true;
    }

    /// <summary>Waits until this text was drawn.</summary>
    public Task<bool> SeesAsync(string text) => WaitForAsync(m =>
        m.Target == "JS.RenderBatch" && m.Values[1] is byte[] batch && batch.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
        _arrived.Dispose();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task ReadAsync()
    {
        List<byte> stream = [];
        var buffer = new byte[16 * 1024];
        try
        {
            while (await _socket.ReceiveAsync(buffer, Ct) is { MessageType: not WebSocketMessageType.Close } read)
            {
                stream.AddRange(buffer.AsSpan(0, read.Count));

                // The answer to the handshake comes first and has no length.
                if (stream is [(byte)'{', (byte)'}', 0x1e, ..]) stream.RemoveRange(0, 3);
                foreach (var message in HubMessage.Take(stream)) await TakeAsync(message);
            }
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Hung up.
        }
        finally
        {
            foreach (var answer in _waiting.Values) answer.TrySetResult(null);
            _arrived.Release();
        }
    }

    private async Task TakeAsync(HubMessage message)
    {
        if (message is { Type: HubMessage.Answer, Id: { } id } && _waiting.TryRemove(id, out var answer)) answer.TrySetResult(message.Values is [var value] ? value : null);
        if (message.Target == "JS.RenderBatch") await SendAsync(HubMessage.Calling(null, "OnRenderCompleted", message.Values[0], null));
        if (message.Target == "JS.BeginInvokeJS" && message.Values[0] is long call)
            await SendAsync(HubMessage.Calling(null, "EndInvokeJSFromDotNet", call, true, string.Create(CultureInfo.InvariantCulture, $"[{call},true,{Nothing(message)}]")));
        _received.Enqueue(_keepsPictures ? message : message with { Values = [] });
        _arrived.Release();
    }

    // A call that wants a number or a module of the page gets a plausible one.
    private static string Nothing(HubMessage call) => (string?)call.Values[1] switch
    {
        "import" => """{"__jsObjectId":1}""",
        { } name when name.Contains("count", StringComparison.OrdinalIgnoreCase) => "0",
        _ => "null",
    };

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\".*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
