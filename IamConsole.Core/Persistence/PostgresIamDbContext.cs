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
    public override bool IsUniqueViolation(DbUpdateException error) =>
        error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
