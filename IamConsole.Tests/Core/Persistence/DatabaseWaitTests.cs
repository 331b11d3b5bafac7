using IamConsole.Core;
using IamConsole.Core.Persistence;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>A database server that is not up yet is waited for, a minute at most, and aloud.</summary>
public sealed class DatabaseWaitTests(PostgresServer postgres)
{
    [Fact]
    public async Task A_server_that_comes_up_is_used_and_one_that_does_not_is_named()
    {
        var real = new NpgsqlConnectionStringBuilder(await postgres.NewDatabaseAsync());
        var place = Path.Combine(Path.GetTempPath(), RandomId.New());
        await using (var late = Services(new NpgsqlConnectionStringBuilder(real.ToString()) { Host = place }.ToString(), out var clock))
        {
            var said = new List<string>();
            var waiting = RunAsync(late, said);
            await AdvanceAsync(clock, () => said.Count > 0, waiting);
            Assert.Contains("Waiting for the database", Assert.Single(said), StringComparison.Ordinal);
            Directory.CreateSymbolicLink(place, real.Host!);
            await AdvanceAsync(clock, () => waiting.IsCompleted, waiting);
            await waiting;
        }

        Directory.Delete(place);
        await using var never = Services(new NpgsqlConnectionStringBuilder(real.ToString()) { Host = place + "x" }.ToString(), out var time);
        var vain = RunAsync(never, []);
        await AdvanceAsync(time, () => vain.IsCompleted, vain);
        Assert.Contains("60 seconds", (await Assert.ThrowsAsync<DatabaseAwayException>(() => vain)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_not_waited_for()
    {
        var none = new NpgsqlConnectionStringBuilder(await postgres.NewDatabaseAsync()) { Database = "nobodys" };
        await using var services = Services(none.ToString(), out _);
        var said = new List<string>();
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(services, said));
        Assert.Contains("CREATE DATABASE", DatabaseFault.Explain(refused), StringComparison.Ordinal);
        Assert.Empty(said);
    }

    private static ServiceProvider Services(string connection, out FakeTimeProvider clock)
    {
        var time = clock = new FakeTimeProvider();
        return new ServiceCollection().AddSingleton<TimeProvider>(time).AddIamCore().AddIamPostgres(connection)
            .AddSingleton(new IamConsole.Core.AuditTrail.AuditFiles(new DirectoryInfo("/nowhere"))).BuildServiceProvider();
    }

    private static Task RunAsync(ServiceProvider services, List<string> said) =>
        Task.Run(() => services.GetRequiredService<DatabaseWait>().RunAsync(said.Add, IamScenario.Ct), IamScenario.Ct);

    // The wait sets its timer at a moment of its own: the clock is moved until it has been noticed.
    private static async Task AdvanceAsync(FakeTimeProvider clock, Func<bool> until, Task work)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!until() && !work.IsCompleted)
        {
            await timer.WaitForNextTickAsync(IamScenario.Ct);
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
