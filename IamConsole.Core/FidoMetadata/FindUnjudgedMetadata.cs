using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.FidoMetadata;

/// <summary>
/// Whether the keys that are registered are still to be judged by the BLOB in force. A row says so, not an event: it outlives
/// a restart, and a command's load tells the running server. No caller: the server's own work.
/// </summary>
public sealed class FindUnjudgedMetadata(IDbContextFactory<IamDbContext> databases)
{
    /// <summary>The BLOB in force by which keys were not judged yet, or null.</summary>
    public async Task<long?> RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.LoadedMetadata.AsNoTracking().OrderByDescending(m => m.Number).Take(1)
            .Where(m => m.JudgedAt == null).Select(m => (long?)m.Number).SingleOrDefaultAsync(ct);
    }
}
