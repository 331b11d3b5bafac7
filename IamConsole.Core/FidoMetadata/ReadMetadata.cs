using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.FidoMetadata;

/// <summary>What is loaded, for the operator and the server itself. Whoever is signed in asks <see cref="ListModels"/>.</summary>
public sealed class ReadMetadata(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    /// <summary>As it is now; null while nothing is loaded.</summary>
    public async Task<MetadataState?> RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await OfAsync(db, clock.GetUtcNow(), ct);
    }

    internal static async Task<MetadataState?> OfAsync(IamDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var last = await db.LoadedMetadata.AsNoTracking().OrderByDescending(m => m.Number).Take(2).ToListAsync(ct);
        if (last is not [var loaded, ..]) return null;
        var changes = db.ModelChanges.AsNoTracking().Where(c => c.Number == loaded.Number);
        var counts = await changes.GroupBy(c => c.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

        // Few, and sorted here: the column holds the kind by its name, which sorts otherwise.
        var listed = await changes.ToListAsync(ct);
        var days = DateOnly.FromDateTime(now.UtcDateTime).DayNumber - loaded.NextUpdate.DayNumber;
        return new MetadataState(
            loaded, last.Count > 1 ? last[1].Number : null,
            [.. listed.OrderBy(c => c.Kind).ThenBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Take(MetadataState.MostChanges)],
            counts, Math.Max(days, 0));
    }
}
