using System.Net.Sockets;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>Stands between the console and PostgreSQL, and cuts connections where a test wants.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private const string SocketName = ".s.PGSQL.5432";

    // With its end: "READ COMMITTED" is no commit.
    private static readonly byte[] Commit = "COMMIT\0"u8.ToArray();

    private readonly string _server;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iam-proxy-");
    private readonly List<Socket> _open = [];
    private readonly Lock _lock = new();
    private Socket? _listener;
    private Cut _next;

    public CuttingProxy(string serverFolder)
    {
        _server = Path.Combine(serverFolder, SocketName);
        Open();
    }

    /// <summary>Where to cut, once.</summary>
    public enum Cut
    {
        Nowhere,

        /// <summary>The server never gets the commit.</summary>
        BeforeCommit,

        /// <summary>The server commits, and its answer is lost.</summary>
        AfterCommit,
    }

    /// <summary>The host to connect to.</summary>
    public string Host => _folder.FullName;

    public void CutNext(Cut cut) => _next = cut;

    /// <summary>Listens, again.</summary>
    public void Open()
    {
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(Host, SocketName)));
        listener.Listen();
        _listener = listener;
        _ = AcceptAsync(listener);
    }

    /// <summary>As if the server were gone.</summary>
    public void Close()
    {
        _listener?.Dispose();
        File.Delete(Path.Combine(Host, SocketName));
        lock (_lock)
        {
            foreach (var socket in _open) socket.Dispose();
            _open.Clear();
        }
    }

    public ValueTask DisposeAsync()
    {
        Close();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptAsync();
                var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await server.ConnectAsync(new UnixDomainSocketEndPoint(_server));
                lock (_lock) _open.AddRange([client, server]);
                _ = PumpAsync(client, server, isToServer: true);
                _ = PumpAsync(server, client, isToServer: false);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // Closed by the test.
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool isToServer)
    {
        var buffer = new byte[64 << 10];
        try
        {
            while (await from.ReceiveAsync(buffer) is var length and > 0)
            {
                if (isToServer && _next is not Cut.Nowhere && buffer.AsSpan(0, length).IndexOf(Commit) >= 0)
                {
                    var cut = _next;
                    _next = Cut.Nowhere;
                    from.Shutdown(SocketShutdown.Both);
                    if (cut is Cut.AfterCommit) await CommitAsync(to, buffer.AsMemory(0, length));
                    break;
                }

                await to.SendAsync(buffer.AsMemory(0, length));
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // The other end is gone: so is this one.
        }

        from.Dispose();
        to.Dispose();
    }

    // The other direction's pump may take the answer first; then the connection is at its end.
    private static async Task CommitAsync(Socket server, ReadOnlyMemory<byte> commit)
    {
        await server.SendAsync(commit);
        server.Shutdown(SocketShutdown.Send);
        while (await server.ReceiveAsync(new byte[1024]) > 0)
        {
        }
    }
}
