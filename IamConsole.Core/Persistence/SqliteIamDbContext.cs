using System.Collections.Concurrent;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Users;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IamConsole.Core.Persistence;

/// <summary>The embedded database.</summary>
public sealed class SqliteIamDbContext(DbContextOptions<SqliteIamDbContext> options) : IamDbContext(options)
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;

    // SQLite has one writer. Waiting for it here, without a thread, keeps the rest of the console quick;
    // the driver's own wait blocks one and is left for other programs on the same file.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Writers = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override async Task<IWriteTransaction> BeginWriteAsync(CancellationToken ct)
    {
        var writer = Writers.GetOrAdd(Database.GetDbConnection().DataSource, _ => new SemaphoreSlim(1, 1));
        if (!await writer.WaitAsync(WriteTransaction.Patience, ct)) throw new DatabaseBusyException();
        try
        {
            return new WriteTransaction(this, await Database.BeginTransactionAsync(ct), writer);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is Busy or Locked)
        {
            writer.Release();
            throw new DatabaseBusyException(busy);
        }
        catch
        {
            writer.Release();
            throw;
        }
    }

    /// <summary>Nothing to do: there is one writer, and a transaction that writes holds that place from its beginning.</summary>
    public override Task LockUsersAsync(IReadOnlyCollection<string> userIds, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Nothing to do, likewise: what was read in this transaction is still there.</summary>
    public override Task<bool> LockAsync<TEntity>(string id, CancellationToken ct) => Task.FromResult(true);

    /// <inheritdoc />
    public override IQueryable<IamUser> FindUsers(string part)
    {
        var phrase = $"\"{part.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

        // A cross join is done in the order of its writing: the hits first, whatever the planner thinks of them.
        return Users.FromSql(
            $"""
             SELECT u.* FROM "UserSearch" CROSS JOIN "UserSearchKeys" k CROSS JOIN "AspNetUsers" u
             WHERE "UserSearch" MATCH {phrase} AND k."Key" = "UserSearch".rowid AND u."Id" = k."UserId"
             """);
    }

    /// <inheritdoc />
    public override bool IsUniqueViolation(DbUpdateException error) =>
        error.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    /// <summary>There is one writer, and a transaction that writes holds that place from its beginning.</summary>
    protected override Task<AuditChainHead> LockAuditChainAsync(CancellationToken ct) => AuditChain.SingleAsync(h => h.Id == 1, ct);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<IamUser>().Property(u => u.MfaStrength).HasComputedColumnSql(UserCountSql.MfaStrength, stored: false);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot order by DateTimeOffset: keep UTC ticks.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        base.ConfigureConventions(configurationBuilder);
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
