using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Persistence;

/// <summary>
/// Deletes and changes of any number of rows go in portions, each a short transaction of its own: so nobody waits long for
/// the writer's place, and what is cut off goes on where it stopped.
/// </summary>
internal static class Portions
{
    /// <summary>Rows in one transaction.</summary>
    public const int Size = 1_000;

    /// <summary>Calls <paramref name="portion"/>, each time in a new transaction, until it finds no row any more; the rows in all.</summary>
    public static async Task<int> WriteAsync(
        this IDbContextFactory<IamDbContext> databases, Func<IamDbContext, Task<int>> portion, CancellationToken ct)
    {
        for (var all = 0; ;)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.BeginWriteAsync(ct);
            var rows = await portion(db);
            await transaction.CommitAsync(ct);
            if (rows == 0) return all;
            all += rows;
        }
    }
}
