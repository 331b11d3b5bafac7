using IamConsole.Core;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Jobs;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using IamConsole.Core.WebAuthn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace IamConsole.Tests.Core.Scenarios;

/// <summary>
/// The product's use cases on a real database, with a clock that only a test moves. States are built through the use
/// cases themselves and are valid; each test bends one thing.
/// </summary>
internal sealed partial class IamScenario : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly string _server = JobHolder.New().Server;
    private ServiceProvider _services;

    private IamScenario(TestDatabase database)
    {
        _database = database;
        _services = Build();
    }

    public static ClientInfo Client { get; } = new("192.0.2.7", "Test browser", "request-1");

    public static RelyingPartyIdentity RelyingParty { get; } = new("console.example", "IAM Console", o => o == "https://console.example");

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 5, TimeSpan.Zero));

    /// <summary>What the trail keeps outside the database.</summary>
    public DirectoryInfo AuditFolder { get; } = Directory.CreateTempSubdirectory("iam-console-audit-");

    /// <summary>The key ring from the next start on.</summary>
    public IDataProtectionProvider Keys { get; set; } = new EphemeralDataProtectionProvider();

    public DateTimeOffset Now => Clock.GetUtcNow();

    public static async Task<IamScenario> StartAsync(DatabaseKind kind)
    {
        var scenario = await UnstartedAsync(kind);
        await scenario.Get<DatabaseStartup>().RunAsync(Ct);
        return scenario;
    }

    /// <summary>On an empty database, before the console's first start.</summary>
    public static async Task<IamScenario> UnstartedAsync(DatabaseKind kind) => new(await TestDatabase.CreateAsync(kind));

    /// <summary>What the next process has besides; see <see cref="RestartAsync"/>.</summary>
    public Action<IServiceCollection>? Besides { get; set; }

    /// <summary>Everything as the product registers it.</summary>
    public IServiceProvider Services => _services;

    public T Get<T>()
        where T : class => _services.GetRequiredService<T>();

    /// <summary>A context of its own, to look behind the use cases.</summary>
    public Task<IamDbContext> OpenAsync() => Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(Ct);

    public async Task<T> ReadAsync<T>(Func<IamDbContext, Task<T>> query)
    {
        await using var db = await OpenAsync();
        return await query(db);
    }

    public Task<byte[]> ReadEverythingAsync() => _database.ReadEverythingAsync();

    /// <summary>A new process on the same database, key ring and clock.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _services = Build();
    }

    /// <summary>Keeps the database as it stands; the answer stops the program and brings that day back.</summary>
    public async Task<Func<Task>> KeepDatabaseAsync()
    {
        var bringBack = await _database.KeepAsync();
        return async () =>
        {
            await _services.DisposeAsync();
            await bringBack();
            _services = Build();
        };
    }

    /// <summary>A new process that starts as the product does.</summary>
    public async Task StartAgainAsync()
    {
        await RestartAsync();
        await Get<DatabaseStartup>().RunAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        AuditFolder.Delete(recursive: true);
    }

    /// <summary>
    /// Another server on the same PostgreSQL database: connections and waiting places of its own, so that only the database
    /// keeps the two apart.
    /// </summary>
    /// <param name="host">The way to it, where it is another than the server's own.</param>
    public ServiceProvider OpenBeside(string? host = null)
    {
        var connection = new NpgsqlConnectionStringBuilder(Postgres.Connection) { ApplicationName = "beside" };
        if (host is not null) connection.Host = host;
        return Build(connection.ToString());
    }

    /// <summary>The database, where it is PostgreSQL.</summary>
    public PostgresTestDatabase Postgres => (PostgresTestDatabase)_database;

    private ServiceProvider Build(string? beside = null)
    {
        var services = new ServiceCollection()
            .AddLogging().AddOptions().Configure<MfaOptions>(_ => { })
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Keys)
            .AddSingleton(new AuditFiles(AuditFolder))
            .AddSingleton(new Argon2Cost(MemoryKiB: 8, Passes: 1))
            .AddSingleton(RelyingParty)
            .AddSingleton(JobHolder.New(_server))
            .AddIamCore();
        if (beside is null) _database.AddTo(services);
        else services.AddIamPostgres(beside);
        Besides?.Invoke(services);
        return services.BuildServiceProvider(validateScopes: true);
    }
}
