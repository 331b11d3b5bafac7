using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Persistence;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>The product on real Kestrel with a data folder of its own, a clock that tests move, and a cheap password hash.</summary>
public sealed class ConsoleServer : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _data;
    private readonly bool _ownsData;
    private readonly Dictionary<string, string?> _settings;
    private readonly LogRecord? _log;
    private readonly Argon2Cost _cost;
    private readonly DatabaseGate? _gate;

    /// <summary>Starts it, with a folder that an earlier server left behind where one is given.</summary>
    public ConsoleServer(Dictionary<string, string?>? settings = null, DirectoryInfo? data = null, LogRecord? log = null, Argon2Cost? cost = null,
        DatabaseGate? gate = null, int port = 0)
    {
        (_log, _cost, _gate) = (log, cost ?? new Argon2Cost(MemoryKiB: 64, Passes: 1), gate);
        _settings = settings ?? [];
        _ownsData = data is null;
        _data = data ?? Directory.CreateTempSubdirectory("iam-console-test-");
        if (_ownsData) File.Copy(SqliteTestDatabase.MigratedFile(), Path.Combine(DataFolder, "iamconsole.db"));
        UseKestrel(port);
        StartServer();
        var bound = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Url = new Uri($"http://localhost:{bound.Port}");
    }

    /// <summary>http://localhost:PORT: WebAuthn takes no address in numbers.</summary>
    public Uri Url { get; }

    public TestClock Clock { get; } = new();

    public string DataFolder => _data.FullName;

    /// <summary>The same on PostgreSQL; skips the test where there is none.</summary>
    public static async Task<ConsoleServer> OnPostgresAsync(PostgresServer postgres) => new(new()
    {
        ["ConnectionStrings:Postgres"] = await postgres.NewDatabaseAsync(PostgresTestDatabase.MigrateAsync),
    });

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // As released: Development would put its own error page before the product's.
        builder.UseEnvironment("Testing");
        builder.UseSetting("data", DataFolder);
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        if (_log is not null) builder.ConfigureLogging(logging => logging.AddProvider(_log).AddFilter<LogRecord>(null, _log.Lowest));
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton(_cost));
            if (_gate is not null) services.ConfigureDbContext<SqliteIamDbContext>(o => o.AddInterceptors(_gate));
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _ownsData && _data.Exists) _data.Delete(recursive: true);
    }
}
