using IamConsole.Core.Groups;
using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>Connections that PostgreSQL closed, or that broke in the middle: tried anew once, and nothing is done twice.</summary>
public sealed class ClosedConnectionTests
{
    [Fact]
    public async Task Connections_that_the_server_closed_while_they_lay_in_the_pool_cost_nobody_an_error()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Postgres);
        var (_, root) = await iam.SignedInRootAsync();
        await Simultaneously.RunAsync(8, _ => iam.Get<GetUser>().RunAsync(root.Caller, root.UserId, IamScenario.Ct));

        Assert.InRange(await CloseIdleAsync(iam), 2, int.MaxValue);
        (await iam.Get<GetUser>().RunAsync(root.Caller, root.UserId, IamScenario.Ct)).Ok();
        await Simultaneously.RunAsync(8, _ => iam.Get<GetUser>().RunAsync(root.Caller, root.UserId, IamScenario.Ct));
        Assert.InRange(await CloseIdleAsync(iam), 2, int.MaxValue);
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "staff", IamScenario.Ct)).Ok();

        Assert.Equal((1, 1), await CountAsync(iam));
    }

    [Fact]
    public async Task A_statement_that_changes_something_outside_a_transaction_is_not_repeated()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Postgres);
        await iam.AccountWithRootAsync();
        await using var db = await iam.OpenAsync();
        Assert.Equal(1, await db.Users.CountAsync(IamScenario.Ct));
        await CloseIdleAsync(iam);

        var error = await Assert.ThrowsAnyAsync<Exception>(() =>
            db.Users.ExecuteUpdateAsync(s => s.SetProperty(u => u.FactorFailures, u => u.FactorFailures + 1), IamScenario.Ct));

        Assert.Equal(PersistenceErrors.Busy, PassingFault.Of(error));
        Assert.Equal(0, await db.Users.SumAsync(u => u.FactorFailures, IamScenario.Ct));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_looked_up_and_told_as_what_it_was()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Postgres);
        var (_, root) = await iam.SignedInRootAsync();
        await using var proxy = new CuttingProxy(new NpgsqlConnectionStringBuilder(iam.Postgres.Connection).Host!);
        await using var beyond = iam.OpenBeside(proxy.Host);
        var create = beyond.GetRequiredService<CreateGroup>();

        // The driver's first connection reads the server's types in a transaction of its own.
        (await beyond.GetRequiredService<GetUser>().RunAsync(root.Caller, root.UserId, IamScenario.Ct)).Ok();

        proxy.CutNext(CuttingProxy.Cut.BeforeCommit);
        var error = await Assert.ThrowsAnyAsync<Exception>(() => create.RunAsync(root.Caller, "staff", IamScenario.Ct));
        Assert.Equal(PersistenceErrors.Busy, PassingFault.Of(error));
        Assert.Equal((0, 0), await CountAsync(iam));

        proxy.CutNext(CuttingProxy.Cut.AfterCommit);
        (await create.RunAsync(root.Caller, "staff", IamScenario.Ct)).Ok();
        Assert.Equal((1, 1), await CountAsync(iam));
        (await create.RunAsync(root.Caller, "more", IamScenario.Ct)).Ok();
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_the_outcome_is_called_unknown()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Postgres);
        await iam.AccountWithRootAsync();
        await using var proxy = new CuttingProxy(new NpgsqlConnectionStringBuilder(iam.Postgres.Connection).Host!);
        await using var beyond = iam.OpenBeside(proxy.Host);
        await using var db = await beyond.GetRequiredService<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(IamScenario.Ct);
        await using var transaction = await db.BeginWriteAsync(IamScenario.Ct);
        await db.Users.ExecuteUpdateAsync(s => s.SetProperty(u => u.FactorFailures, 1), IamScenario.Ct);

        // Nothing in the trail tells of this change.
        proxy.CutNext(CuttingProxy.Cut.AfterCommit);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => transaction.CommitAsync(IamScenario.Ct));
    }

    private static async Task<int> CloseIdleAsync(IamScenario iam)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(iam.Postgres.Connection) { Pooling = false }.ToString());
        await connection.OpenAsync(IamScenario.Ct);
        await using var close = new NpgsqlCommand(
            """
            SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'idle'
            """, connection);
        return (int)(long)(await close.ExecuteScalarAsync(IamScenario.Ct))!;
    }

    private static Task<(int Groups, int Rows)> CountAsync(IamScenario iam) => iam.ReadAsync(async db => (
        await db.Groups.CountAsync(g => g.Name == "staff"), await db.AuditEvents.CountAsync(e => e.EventName == "CreateGroup" && e.Reason == null)));
}
