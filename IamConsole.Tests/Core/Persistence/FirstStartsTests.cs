using IamConsole.Core;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Jobs;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>Several servers of one key ring start together on one PostgreSQL database that is still empty.</summary>
public sealed class FirstStartsTests(PostgresServer postgres) : IDisposable
{
    private readonly DirectoryInfo _audit = Directory.CreateTempSubdirectory("iam-console-audit-");

    public void Dispose() => _audit.Delete(recursive: true);

    [Fact]
    public async Task Of_several_first_starts_one_makes_the_schema_and_all_run()
    {
        var connection = await postgres.NewDatabaseAsync();
        var keys = new EphemeralDataProtectionProvider();
        var servers = Enumerable.Range(0, 4).Select(_ => Build(connection, keys)).ToList();

        await Simultaneously.RunAsync(servers.Count, async i =>
        {
            await servers[i].GetRequiredService<DatabaseStartup>().RunAsync(IamScenario.Ct);
            return i;
        });

        await using (var db = await servers[0].GetRequiredService<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(IamScenario.Ct))
            Assert.Empty(await db.Database.GetPendingMigrationsAsync(IamScenario.Ct));
        foreach (var server in servers) await server.DisposeAsync();
        await postgres.DropAsync(connection);
    }

    private ServiceProvider Build(string connection, IDataProtectionProvider keys) => new ServiceCollection()
        .AddLogging().AddOptions().Configure<MfaOptions>(_ => { })
        .AddSingleton(TimeProvider.System)
        .AddSingleton(keys)
        .AddSingleton(new AuditFiles(_audit))
        .AddSingleton(new Argon2Cost(MemoryKiB: 8, Passes: 1))
        .AddSingleton(IamScenario.RelyingParty)
        .AddSingleton(JobHolder.New())
        .AddIamCore()
        .AddIamPostgres(connection)
        .BuildServiceProvider(validateScopes: true);
}
