using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IamConsole.Tests.Core.Permissions;

/// <summary>What the gate decided is written in batches, and nothing of it is lost or counted twice.</summary>
public sealed class DecisionLogTests
{
    [Theory, BothDatabases]
    public async Task A_flush_adds_to_what_is_there_and_keeps_the_latest(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var admin = await AdminAsync(iam);
        await ListAsync(iam.Services, admin, 2);
        await iam.Get<DecisionLog>().FlushAsync(IamScenario.Ct);
        iam.Clock.Advance(TimeSpan.FromMinutes(1));
        await ListAsync(iam.Services, admin, 3);
        await iam.Get<DecisionLog>().FlushAsync(IamScenario.Ct);
        await iam.Get<DecisionLog>().FlushAsync(IamScenario.Ct);

        Assert.Equal((5, iam.Now), await ListedAsync(iam));
    }

    [Theory, BothDatabases]
    public async Task A_flush_that_fails_keeps_what_it_had(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var admin = await AdminAsync(iam);
        await ListAsync(iam.Services, admin, 2);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => iam.Get<DecisionLog>().FlushAsync(cancelled.Token));
        await ListAsync(iam.Services, admin, 1);
        await iam.Get<DecisionLog>().FlushAsync(IamScenario.Ct);

        Assert.Equal(3, (await ListedAsync(iam)).Count);
    }

    [Fact]
    public async Task Two_servers_with_one_new_question_lose_nothing()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Postgres);
        await using var beside = iam.OpenBeside();
        var admin = await AdminAsync(iam);
        for (var round = 1; round <= 5; round++)
        {
            await ListAsync(iam.Services, admin, 2);
            await ListAsync(beside, admin, 3);
            DecisionLog[] logs = [iam.Get<DecisionLog>(), beside.GetRequiredService<DecisionLog>()];
            await Simultaneously.RunAsync(2, async i =>
            {
                await logs[i].FlushAsync(IamScenario.Ct);
                return i;
            });
            Assert.Equal(5, (await ListedAsync(iam)).Count);

            // The next day's question is a new one.
            iam.Clock.Advance(TimeSpan.FromDays(1));
            admin = await iam.SignInAsync(_person!);
        }
    }

    [Theory, BothDatabases]
    public async Task Thousands_are_written_in_a_few_statements(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await using var db = await iam.OpenAsync();
        await using (var transaction = await db.BeginWriteAsync(IamScenario.Ct))
        {
            var rows = Enumerable.Range(0, DecisionBatch.Most).Select(i => Row($"id-{i}", iam.Now, i % 2 == 0 ? null : i)).ToList();
            await DecisionBatch.WriteAsync(db, rows, IamScenario.Ct);
            await DecisionBatch.WriteAsync(db, rows, IamScenario.Ct);
            await transaction.CommitAsync(IamScenario.Ct);
        }

        Assert.Equal(2 * DecisionBatch.Most, await db.RecordedDecisions.SumAsync(d => d.Count, IamScenario.Ct));
        Assert.Equal((7, iam.Now), await db.RecordedDecisions.Where(d => d.Id == "id-7").Select(d => new ValueTuple<int?, DateTimeOffset>(d.MfaAge, d.LastAt)).SingleAsync(IamScenario.Ct));
    }

    private Person? _person;

    private async Task<SignedIn> AdminAsync(IamScenario iam)
    {
        var (account, root) = await iam.SignedInRootAsync();
        _person = await iam.AdministratorAsync(account, root, "admin");
        return await iam.SignInAsync(_person);
    }

    private static async Task ListAsync(IServiceProvider services, SignedIn by, int times)
    {
        for (var i = 0; i < times; i++) await services.GetRequiredService<ListUsers>().RunAsync(by.Caller, new UserQuery(), IamScenario.Ct);
    }

    private static Task<(int Count, DateTimeOffset LastAt)> ListedAsync(IamScenario iam) => iam.ReadAsync(async db =>
    {
        var row = await db.RecordedDecisions.AsNoTracking().Where(d => d.Action == "iam:ListUsers").OrderByDescending(d => d.LastAt).FirstAsync();
        return (row.Count, row.LastAt);
    });

    private static RecordedDecision Row(string id, DateTimeOffset at, int? age) => new()
    {
        Id = id,
        AccountId = "a",
        UserId = "u",
        Action = "iam:ListUsers",
        Resource = "*",
        IsMfa = age is not null,
        MfaAge = age,
        Allowed = true,
        LastAt = at,
        Count = 1,
    };
}
