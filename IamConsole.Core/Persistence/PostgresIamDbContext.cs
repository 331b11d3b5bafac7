using System.Collections.Concurrent;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace IamConsole.Core.Persistence;

/// <summary>The server database.</summary>
public sealed class PostgresIamDbContext(DbContextOptions<PostgresIamDbContext> options) : IamDbContext(options)
{
    private static readonly ConcurrentDictionary<string, ChainTurns> Turns = new(StringComparer.Ordinal);

    private ChainTurns Turn => Turns.GetOrAdd(Database.GetConnectionString()!, _ => new ChainTurns());

    /// <inheritdoc />
    public override async Task<IWriteTransaction> BeginWriteAsync(CancellationToken ct)
    {
        IDbContextTransaction transaction;
        try
        {
            transaction = await BeginForSureAsync(ct);
        }
        catch (Exception broken) when (PassingFault.IsBrokenConnection(broken))
        {
            ForgetConnections();
            transaction = await BeginForSureAsync(ct);
        }

        return new WriteTransaction(this, transaction, chainTurn: Turn.One);
    }

    /// <summary>The server has closed one connection, and probably all that lie in the pool: the next is a new one.</summary>
    internal void ForgetConnections() => NpgsqlConnection.ClearPool((NpgsqlConnection)Database.GetDbConnection());

    /// <inheritdoc />
    public override async Task LockUsersAsync(IReadOnlyCollection<string> userIds, CancellationToken ct)
    {
        string[] ids = [.. userIds];
        await Database.ExecuteSqlAsync(
            $"""SELECT 1 FROM "AspNetUsers" WHERE "Id" = ANY({ids}) ORDER BY "Id" FOR NO KEY UPDATE""", ct);
    }

    /// <inheritdoc />
    public override async Task<bool> LockAsync<TEntity>(string id, CancellationToken ct)
    {
        var type = Model.FindEntityType(typeof(TEntity))!;
        var key = type.FindPrimaryKey()!.Properties.Single().GetColumnName();
        var statement = $"""SELECT 1 AS "Value" FROM "{type.GetTableName()}" WHERE "{key}" = @id FOR NO KEY UPDATE""";
        return (await Database.SqlQueryRaw<int>(statement, new NpgsqlParameter("id", id)).ToListAsync(ct)).Count == 1;
    }

    /// <inheritdoc />
    public override IQueryable<IamUser> FindUsers(string part) =>
        Users.Where(u => u.NormalizedName.Contains(part) || u.Path.ToUpper().Contains(part));

    /// <inheritdoc />
    public override bool IsUniqueViolation(DbUpdateException error) =>
        error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>
    /// Held over the write to disk, the chain's end would make commits go to disk one by one. So this commit lets go of it
    /// first, and <see cref="AwaitDiskAsync"/> waits for the disk, together with everybody else who waits.
    /// </summary>
    protected override async Task<AuditChainHead> LockAuditChainAsync(CancellationToken ct)
    {
        return (await AuditChain.FromSql($"""
            SELECT c.* FROM "AuditChain" c, (SELECT set_config('synchronous_commit', 'off', true)) AS until_commit
            WHERE c."Id" = 1 FOR UPDATE OF c
            """).ToListAsync(ct)).Single();
    }

    // The log is written in order: when this little commit is on disk (on the standby, if the server says so), every earlier one is.
    internal override Task AwaitDiskAsync() =>
        Turn.Disk.WaitAsync(() => Database.ExecuteSqlAsync($"SELECT pg_logical_emit_message(true, 'iam-console', '')"));

    internal override async Task<bool?> WasCommittedAsync(AuditEvent last)
    {
        try
        {
            return await LostCommit.WasMadeAsync(Database.GetConnectionString()!, last);
        }
        catch (Exception away) when (PassingFault.Is(away))
        {
            return null;
        }
    }

    // The driver sends "begin" with the first statement: sent alone, it shows whether the connection still lives while
    // nothing has been done that could be done twice.
    private async Task<IDbContextTransaction> BeginForSureAsync(CancellationToken ct)
    {
        var transaction = await Database.BeginTransactionAsync(ct);
        try
        {
            await using var probe = Database.GetDbConnection().CreateCommand();
            (probe.CommandText, probe.Transaction) = ("SELECT 1", transaction.GetDbTransaction());
            await probe.ExecuteNonQueryAsync(ct);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // Byte order, as in SQLite: a language's order skips punctuation, and pages must not depend on the server's locale.
        builder.Entity<IamUser>().Property(u => u.NormalizedName).UseCollation("C");
        builder.Entity<IamUser>().Property(u => u.Path).UseCollation("C");
        builder.Entity<HardwareToken>().Property(t => t.NormalizedSerial).UseCollation("C");
        builder.Entity<HardwareToken>().Property(t => t.Vendor).UseCollation("C");
        builder.Entity<IamUser>().Property(u => u.MfaStrength).HasComputedColumnSql(UserCountSql.MfaStrength, stored: true);
    }
}
