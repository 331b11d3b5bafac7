using IamConsole.Core.Users;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>The product on real Kestrel with a data folder of its own, a clock that tests move, and a cheap password hash.</summary>
public sealed class ConsoleServer : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("iam-console-test-");
    private readonly Dictionary<string, string?> _settings;

    public ConsoleServer(Dictionary<string, string?>? settings = null)
    {
        _settings = settings ?? [];
        UseKestrel(0);
        StartServer();
        var bound = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Url = new Uri($"http://localhost:{bound.Port}");
    }

    /// <summary>http://localhost:PORT: WebAuthn takes no address in numbers.</summary>
    public Uri Url { get; }

    public TestClock Clock { get; } = new();

    public string DataFolder => _data.FullName;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", DataFolder);
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton(new Argon2Cost(MemoryKiB: 64, Passes: 1)));
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _data.Exists) _data.Delete(recursive: true);
    }
}
