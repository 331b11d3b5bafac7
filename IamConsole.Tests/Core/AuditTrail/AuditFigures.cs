using System.Diagnostics;
using System.Globalization;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.AuditTrail;

/// <summary>
/// What the chain costs, and how long a check takes: figures in the test's output, no timed assertion.
/// AUDIT_ROWS=1000000 and AUDIT_WRITES=4000 in the environment for figures that mean something.
/// </summary>
public sealed class AuditFigures(ITestOutputHelper output)
{
    private const int InFlight = 64;

    // Rows with such numbers are in no chain.
    private const long Outside = 1_000_000_000;

    [Fact]
    public async Task A_long_trail_is_verified_and_its_time_printed()
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(DatabaseKind.Sqlite);
        var rows = Setting("AUDIT_ROWS", 5_000);
        await FillAsync(iam, rows);
        await iam.CheckpointAsync();
        var watch = Stopwatch.StartNew();
        var verdict = await iam.VerifyAsync();
        Say($"{verdict.Rows:N0} rows verified in {watch.Elapsed.TotalSeconds:N1} s, {verdict.Rows / watch.Elapsed.TotalSeconds:N0} rows/s");
        Assert.Equal(new AuditVerdict(rows + 8, 1), verdict);
    }

    [Theory, BothDatabases]
    public async Task Sixty_four_writers_with_and_without_the_chain_print_their_rates(DatabaseKind database)
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(database);
        var writes = Setting("AUDIT_WRITES", 256);
        foreach (var chained in new[] { false, true, false, true })
        {
            var watch = Stopwatch.StartNew();
            await Simultaneously.RunAsync(InFlight, async writer =>
            {
                for (var i = writer; i < writes; i += InFlight) await WriteOneAsync(iam, chained, i);
                return writer;
            });
            Say($"{database}, 64 in flight, {(chained ? "in the chain" : "same row, no chain")}: {writes / watch.Elapsed.TotalSeconds:N0} transactions/s");
            await iam.ReadAsync(db => db.AuditEvents.Where(e => e.Sequence >= Outside).ExecuteDeleteAsync(IamScenario.Ct));
        }

        Assert.True((await iam.VerifyAsync()).IsGood);
    }

    // As the product chains them, written as quickly as SQLite takes them.
    private static async Task FillAsync(IamScenario iam, int rows)
    {
        await using var db = await iam.OpenAsync();
        await db.Database.OpenConnectionAsync(IamScenario.Ct);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await using var transaction = connection.BeginTransaction();
        await using var insert = connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO AuditEvents (Sequence, At, AccountId, EventName, Succeeded, ActorName, ActorType, Target, Address, UserAgent, RequestId, Details, SchemaVersion, Hash)
            VALUES ($sequence, $at, '123456789012', 'ConsoleLogin', 1, $name, 'IAMUser', 'arn:aws:iam::123456789012:user/somebody', '192.0.2.7', 'Test browser', 'request-1', '{"MFAUsed":"Yes"}', 2, $hash)
            """;
        var (sequence, at, name, hash) = (insert.Parameters.Add("$sequence", SqliteType.Integer), insert.Parameters.Add("$at", SqliteType.Integer),
            insert.Parameters.Add("$name", SqliteType.Text), insert.Parameters.Add("$hash", SqliteType.Blob));
        var head = await ReadHeadAsync(iam);
        for (var i = 0; i < rows; i++)
        {
            var row = Unchained(iam, i);
            iam.Get<AuditChain>().Extend(head, [row]);
            (sequence.Value, at.Value, name.Value, hash.Value) = (row.Sequence, row.At.UtcTicks, row.ActorName, row.Hash);
            insert.ExecuteNonQuery();
        }

        await transaction.CommitAsync(IamScenario.Ct);
        await db.AuditChain.ExecuteUpdateAsync(s => s
            .SetProperty(h => h.Sequence, head.Sequence).SetProperty(h => h.Hash, head.Hash).SetProperty(h => h.Mac, head.Mac), IamScenario.Ct);
    }

    private static Task<AuditChainHead> ReadHeadAsync(IamScenario iam) => iam.ReadAsync(db => db.AuditChain.AsNoTracking().SingleAsync(IamScenario.Ct));

    private static async Task WriteOneAsync(IamScenario iam, bool chained, int number)
    {
        await using var db = await iam.OpenAsync();
        await using var transaction = await db.BeginWriteAsync(IamScenario.Ct);
        if (chained) Write(iam, db, number);
        else db.AuditEvents.Add(Unchained(iam, number));
        await db.SaveChangesAsync(IamScenario.Ct);
        await transaction.CommitAsync(IamScenario.Ct);
    }

    private static void Write(IamScenario iam, IamDbContext db, int number) => iam.Get<AuditTrailWriter>().Write(
        db, "ConsoleLogin", new AuditActor(null, $"user{number % 1000}", "IAMUser"), IamScenario.Client, "123456789012",
        target: "arn:aws:iam::123456789012:user/somebody", details: new { MFAUsed = "Yes" });

    private static AuditEvent Unchained(IamScenario iam, int number) => new()
    {
        Sequence = Outside + number,
        At = iam.Now,
        AccountId = "123456789012",
        EventName = "ConsoleLogin",
        Succeeded = true,
        ActorName = $"user{number % 1000}",
        ActorType = "IAMUser",
        Target = "arn:aws:iam::123456789012:user/somebody",
        Address = "192.0.2.7",
        UserAgent = "Test browser",
        RequestId = "request-1",
        Details = "{\"MFAUsed\":\"Yes\"}",
        Hash = new byte[AuditChain.HashLength],
    };

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : otherwise;

    private void Say(FormattableString figures) => output.WriteLine(FormattableString.Invariant(figures));
}
