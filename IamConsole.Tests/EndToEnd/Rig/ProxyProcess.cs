using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>nginx or Caddy with the example of docs/proxies.md, only ports and certificate replaced; Debian's package.</summary>
internal sealed class ProxyProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private ProxyProcess(Process process, DirectoryInfo folder) => (_process, _folder) = (process, folder);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static async Task<ProxyProcess> StartAsync(string kind, int port, int server)
    {
        var folder = Directory.CreateTempSubdirectory("iam-console-proxy-");
        var (certificate, key) = MakeCertificate(folder);
        var example = Example(kind).Replace("127.0.0.1:5080", $"127.0.0.1:{server}", StringComparison.Ordinal);
        var settings = kind is "nginx"
            ? $$"""
                daemon off;
                worker_processes 1;
                pid {{folder}}/pid;
                error_log stderr;
                events { }
                http {
                    access_log off;
                    client_body_temp_path {{folder}}/body;
                    proxy_temp_path {{folder}}/proxy;
                    fastcgi_temp_path {{folder}}/fastcgi;
                    uwsgi_temp_path {{folder}}/uwsgi;
                    scgi_temp_path {{folder}}/scgi;
                    {{example.Replace("listen 443", $"listen 127.0.0.1:{port}", StringComparison.Ordinal)
                        .Replace("/etc/ssl/console.crt", certificate, StringComparison.Ordinal).Replace("/etc/ssl/console.key", key, StringComparison.Ordinal)}}
                }
                """
            : $$"""
                {
                    admin off
                    auto_https disable_redirects
                }
                {{example.Replace("console.example {", $"console.example:{port} {{\n    tls {certificate} {key}", StringComparison.Ordinal)}}
                """;
        var file = Path.Combine(folder.FullName, "settings");
        await File.WriteAllTextAsync(file, settings, Ct);
        string[] arguments = kind is "nginx" ? ["-p", folder.FullName, "-c", file] : ["run", "--adapter", "caddyfile", "--config", file];
        var start = new ProcessStartInfo(await Task.Run(() => DebianPackage.FindOrInstall([kind, "/usr/sbin/" + kind], kind)), arguments) { RedirectStandardError = true };
        start.Environment["HOME"] = folder.FullName;
        var proxy = new ProxyProcess(Process.Start(start)!, folder);
        var errors = proxy._process.StandardError.ReadToEndAsync(Ct);
        await proxy.ListensAsync(port, errors);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        // Asked, not killed: nginx takes its workers with it.
        if (!_process.HasExited) DebianPackage.Run("kill", $"{_process.Id}");
        await _process.WaitForExitAsync(Ct);
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Example(string kind)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "IamConsole.sln"))) folder = folder.Parent;
        return Regex.Match(File.ReadAllText(Path.Combine(folder.FullName, "docs", "proxies.md")), $"```{kind}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
    }

    private static (string Certificate, string Key) MakeCertificate(DirectoryInfo folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=console.example", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("console.example");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var (first, second) = (Path.Combine(folder.FullName, "crt.pem"), Path.Combine(folder.FullName, "key.pem"));
        File.WriteAllText(first, certificate.ExportCertificatePem());
        File.WriteAllText(second, key.ExportPkcs8PrivateKeyPem());
        return (first, second);
    }

    private async Task ListensAsync(int port, Task<string> errors)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, port, patience.Token);
                return;
            }
            catch (SocketException) when (!_process.HasExited)
            {
                await timer.WaitForNextTickAsync(patience.Token);
            }
            catch (SocketException)
            {
                throw new InvalidOperationException($"The proxy ended: {await errors}");
            }
        }
    }
}
