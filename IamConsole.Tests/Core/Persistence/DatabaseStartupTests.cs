using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Core.Restoring;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>The start: migrations of both databases, and the tie to the key ring (reliability bar R11).</summary>
public sealed class DatabaseStartupTests
{
    [Theory, BothDatabases]
    public async Task A_start_with_another_key_ring_is_refused_and_with_the_right_one_goes_on(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var ring = new KeyRingCheck(new EphemeralDataProtectionProvider());
        var foreign = new DatabaseStartup(
            iam.Get<IDbContextFactory<IamDbContext>>(), ring, iam.Get<AuditTrailStartup>(),
            new DatabaseState(ring, iam.Get<SealedSecrets>(), iam.Get<AuditTrailStartup>(), iam.Get<ResumeRestored>()));

        await Assert.ThrowsAsync<KeyRingMismatchException>(() => foreign.RunAsync(IamScenario.Ct));
        await iam.RestartAsync();
        await iam.Get<DatabaseStartup>().RunAsync(IamScenario.Ct);
        Assert.Equal(1, await iam.ReadAsync(db => db.Installations.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task The_migrations_are_those_of_the_model_and_it_has_the_passkey_table(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await using var db = await iam.OpenAsync();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.False(await iam.Get<DatabaseStartup>().NeedsMigrationAsync(IamScenario.Ct));
        Assert.Contains(db.Model.GetEntityTypes(), e => e.GetTableName() == "AspNetUserPasskeys");
        Assert.DoesNotContain(db.Model.GetEntityTypes(), e => e.GetTableName() == "AspNetRoles");
    }

    [Fact]
    public async Task Sqlite_writes_ahead_and_syncs_before_a_commit_answers()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        await using var db = await iam.OpenAsync();

        Assert.Equal("wal", await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(IamScenario.Ct));
        Assert.Equal(2, await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(IamScenario.Ct));
        Assert.Equal(1, await db.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task A_change_that_was_not_committed_leaves_nothing(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var account = await iam.AccountWithRootAsync();
        await using (var db = await iam.OpenAsync())
        await using (await db.BeginWriteAsync(IamScenario.Ct))
            await db.Users.ExecuteUpdateAsync(s => s.SetProperty(u => u.FactorFailures, 7), IamScenario.Ct);

        Assert.Equal(0, (await iam.ReadAsync(db => db.Users.SingleAsync(u => u.Id == account.Root.UserId))).FactorFailures);
    }
}
