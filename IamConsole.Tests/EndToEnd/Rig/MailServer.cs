using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>A mail server on the loopback that speaks SMTP (RFC 5321) over TCP, with STARTTLS (RFC 3207) under a certificate nobody trusts.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedMail> _received = new();
    private readonly SemaphoreSlim _taken = new(0);
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly ConcurrentBag<Task> _conversations = [];
    private readonly Lazy<X509Certificate2> _certificate;
    private TcpListener _listener;
    private Task _accepting;

    public MailServer()
    {
        _certificate = new(() => SelfSigned(CertifiedHost));
        (_listener, _accepting) = Listen(0);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    public bool OffersStartTls { get; set; }

    /// <summary>Whose certificate it shows.</summary>
    public string CertifiedHost { get; set; } = "127.0.0.1";

    /// <summary>The certificate, which is its own authority.</summary>
    public string CertificatePem => _certificate.Value.ExportCertificatePem();

    /// <summary>The answer to RCPT TO, e.g. "550 No such mailbox".</summary>
    public string RecipientAnswer { get; set; } = "250 OK";

    public IReadOnlyList<ReceivedMail> Received => [.. _received];

    /// <summary>Every line that a client sent outside of mails and TLS.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    /// <summary>Returns when so many more mails have been taken.</summary>
    public async Task WaitAsync(int mails, CancellationToken ct)
    {
        for (var i = 0; i < mails; i++)
            Assert.True(await _taken.WaitAsync(TimeSpan.FromSeconds(60), ct), "No mail came.");
    }

    /// <summary>Refuses connections until <see cref="Start"/>.</summary>
    public async Task StopAsync()
    {
        _listener.Stop();
        await _accepting;
    }

    public void Start() => (_listener, _accepting) = Listen(Port);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Task.WhenAll(_conversations);
        _taken.Dispose();
        if (_certificate.IsValueCreated) _certificate.Value.Dispose();
    }

    private (TcpListener Listener, Task Accepting) Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return (listener, AcceptAsync(listener));
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true) _conversations.Add(TalkAsync(await listener.AcceptTcpClientAsync()));
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await TalkAsync(client.GetStream(), greet: true);
            }
            catch (Exception gone) when (gone is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The client left, or does not trust the certificate.
            }
        }
    }

    private async Task TalkAsync(Stream stream, bool greet)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        if (greet) await SayAsync(stream, "220 test ESMTP");
        var recipients = new List<string>();
        while (await reader.ReadLineAsync() is { } line)
        {
            _commands.Enqueue(line);
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync(stream, OffersStartTls ? "250-test\r\n250-STARTTLS\r\n250 AUTH PLAIN" : "250-test\r\n250 AUTH PLAIN");
                    break;
                case "STARTTLS":
                    await SayAsync(stream, "220 Go ahead");
                    await using (var tls = new SslStream(stream))
                    {
                        await tls.AuthenticateAsServerAsync(_certificate.Value);
                        await TalkAsync(tls, greet: false);
                    }

                    return;
                case "AUTH":
                    await SayAsync(stream, "235 Welcome");
                    break;
                case "RCPT":
                    recipients.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
                    await SayAsync(stream, RecipientAnswer);
                    break;
                case "DATA":
                    await SayAsync(stream, "354 End with a dot");
                    _received.Enqueue(new ReceivedMail([.. recipients], await ReadMailAsync(reader)));
                    recipients.Clear();
                    await SayAsync(stream, "250 Taken");
                    _taken.Release();
                    break;
                case "QUIT":
                    await SayAsync(stream, "221 Bye");
                    return;
                case "RSET":
                    recipients.Clear();
                    await SayAsync(stream, "250 OK");
                    break;
                default:
                    await SayAsync(stream, "250 OK");
                    break;
            }
        }
    }

    private static async Task<string> ReadMailAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".") text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return text.ToString();
    }

    private static async Task SayAsync(Stream stream, string answer)
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(answer + "\r\n"));
        await stream.FlushAsync();
    }

    private static X509Certificate2 SelfSigned(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var year = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address)) names.AddIpAddress(address);
        else names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(year, year.AddYears(50));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
