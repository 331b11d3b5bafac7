using IamConsole.Core.AuditTrail;
using IamConsole.Core.Permissions;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.AuditTrail;

/// <summary>The chain grows in the transaction of each change: no gap, no fork, no row of an undone change.</summary>
public sealed class ChainTests
{
    private const string InsertPosition = """SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn AS "Value" """;
    private const string FlushPosition = """SELECT pg_current_wal_flush_lsn() - '0/0'::pg_lsn AS "Value" """;

    [Theory, BothDatabases]
    public async Task Twenty_writers_at_once_make_one_chain_without_a_gap(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var account = await iam.AccountWithRootAsync();
        var before = (await iam.TrailAsync()).Count;

        await Simultaneously.RunAsync(20, async writer =>
        {
            for (var i = 0; i < 10; i++)
            {
                await using var db = await iam.OpenAsync();
                await using var transaction = await db.BeginWriteAsync(IamScenario.Ct);
                iam.Get<AuditTrailWriter>().Write(db, "Test", AuditActor.Operator, IamScenario.Client, account.Id, details: new { writer, i });
                await db.SaveChangesAsync(IamScenario.Ct);
                if (i % 3 != 2) await transaction.CommitAsync(IamScenario.Ct);
            }

            return writer;
        });

        // Every third change was undone.
        var trail = await iam.TrailAsync();
        Assert.Equal(before + 140, trail.Count);
        Assert.Equal(Enumerable.Range(1, trail.Count).Select(n => (long)n), trail.Select(e => e.Sequence));
        Assert.Equal(new AuditVerdict(trail.Count, 0), await iam.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Changes_refused_by_a_unique_name_leave_one_row_each_and_no_gap(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();

        var created = await Simultaneously.RunAsync(8, _ =>
            iam.Get<CreateUser>().RunAsync(root.Caller, new NewUser("alice", "/", null, false, []), IamScenario.Ct));

        Assert.Single(created, c => c.Succeeded);
        var trail = await iam.TrailAsync();
        Assert.Equal(7, trail.Count(e => e is { EventName: "CreateUser", Succeeded: false }));
        Assert.Equal(new AuditVerdict(trail.Count, 0), await iam.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task A_row_outside_a_write_transaction_is_refused(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await using var db = await iam.OpenAsync();
        iam.Get<AuditTrailWriter>().Write(db, "Test", AuditActor.Operator, IamScenario.Client, null);

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task Rows_keep_who_acted_when_the_session_began_and_which_device_it_was(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var began = iam.Now;
        var session = await iam.SignInAsync(alice);
        began = iam.Now;
        iam.Clock.Advance(TimeSpan.FromMinutes(1));
        (await iam.Get<IamConsole.Core.MfaDevices.RemoveMfaDevice>().RunAsync(session.Caller, alice.UserId, alice.App!.DeviceId, IamScenario.Ct)).Ok();

        var removed = await iam.LastEventAsync();

        Assert.Equal($"arn:aws:iam::{account.Id}:user/alice", removed.ActorArn);
        Assert.Equal(began, removed.SessionCreatedAt!.Value, TimeSpan.FromMilliseconds(1));
        Assert.Equal((removed.Target, $"arn:aws:iam::{account.Id}:mfa/alice-app"), (removed.DeviceSerial, removed.DeviceSerial));
    }

    [Theory, BothDatabases]
    public async Task A_trail_whose_end_was_moved_takes_no_more_rows(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.TamperAsync("""UPDATE "AuditChain" SET "Sequence" = "Sequence" - 1""");

        await Assert.ThrowsAsync<AuditTrailException>(() => iam.UserAsync(account, root, "alice"));
        await Assert.ThrowsAsync<AuditTrailException>(() => iam.TypePasswordAsync(account.Root.Credentials));
        Assert.Equal(0, await iam.ReadAsync(db => Task.FromResult(db.Users.Count(u => u.Name == "alice"))));
    }

    [Fact]
    public async Task Postgres_answers_only_when_the_rows_are_on_disk()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Postgres);
        await using var db = await iam.OpenAsync();
        await db.Database.OpenConnectionAsync(IamScenario.Ct);
        for (var i = 0; i < 20; i++)
        {
            await db.Database.ExecuteSqlRawAsync(
                """BEGIN; SET LOCAL synchronous_commit = off; UPDATE "AuditChain" SET "Id" = 1; COMMIT""", IamScenario.Ct);
            var written = await LogPositionAsync(db, InsertPosition);
            await db.AwaitDiskAsync();
            Assert.InRange(await LogPositionAsync(db, FlushPosition), written, decimal.MaxValue);
        }
    }

    private static Task<decimal> LogPositionAsync(IamConsole.Core.Persistence.IamDbContext db, string sql) =>
        db.Database.SqlQueryRaw<decimal>(sql).SingleAsync(IamScenario.Ct);
}
