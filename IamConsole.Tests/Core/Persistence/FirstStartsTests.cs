using IamConsole.Core.Persistence;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>Several servers of one key ring start together on one PostgreSQL database that is still empty.</summary>
public sealed class FirstStartsTests
{
    [Fact]
    public async Task Of_several_first_starts_one_makes_the_schema_and_all_run()
    {
        await using var iam = await IamScenario.UnstartedAsync(DatabaseKind.Postgres);
        await using (var db = await iam.OpenAsync())
            await db.Database.ExecuteSqlRawAsync("DROP SCHEMA public CASCADE; CREATE SCHEMA public", IamScenario.Ct);
        await using var second = iam.OpenBeside();
        await using var third = iam.OpenBeside();
        IServiceProvider[] servers = [iam.Services, second, third];

        await Simultaneously.RunAsync(servers.Length, async i =>
        {
            await servers[i].GetRequiredService<DatabaseStartup>().RunAsync(IamScenario.Ct);
            return i;
        });

        Assert.Empty(await iam.ReadAsync(db => db.Database.GetPendingMigrationsAsync(IamScenario.Ct)));
        Assert.Equal(1, await iam.ReadAsync(db => db.Installations.CountAsync(IamScenario.Ct)));
    }
}
