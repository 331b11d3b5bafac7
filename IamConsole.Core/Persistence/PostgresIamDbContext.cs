using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IamConsole.Core.Persistence;

/// <summary>The server database.</summary>
public sealed class PostgresIamDbContext(DbContextOptions<PostgresIamDbContext> options) : IamDbContext(options)
{
    /// <inheritdoc />
    public override async Task<IWriteTransaction> BeginWriteAsync(CancellationToken ct) =>
        new WriteTransaction(await Database.BeginTransactionAsync(ct));

    /// <inheritdoc />
    public override async Task LockUsersAsync(IReadOnlyCollection<string> userIds, CancellationToken ct)
    {
        string[] ids = [.. userIds];
        await Database.ExecuteSqlAsync(
            $"""SELECT 1 FROM "AspNetUsers" WHERE "Id" = ANY({ids}) ORDER BY "Id" FOR NO KEY UPDATE""", ct);
    }

    /// <inheritdoc />
    public override IQueryable<IamUser> FindUsers(string part) =>
        Users.Where(u => u.NormalizedName.Contains(part) || u.Path.ToUpper().Contains(part));

    /// <inheritdoc />
    public override bool IsUniqueViolation(DbUpdateException error) =>
        error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // Byte order, as in SQLite: a language's order skips punctuation, and pages must not depend on the server's locale.
        builder.Entity<IamUser>().Property(u => u.NormalizedName).UseCollation("C");
        builder.Entity<IamUser>().Property(u => u.Path).UseCollation("C");
        builder.Entity<IamUser>().Property(u => u.MfaStrength).HasComputedColumnSql(UserCountSql.MfaStrength, stored: true);
    }
}
