using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.FidoMetadata;

/// <summary>Notes that the keys that are registered were judged by a BLOB, see <see cref="FindUnjudgedMetadata"/>.</summary>
public sealed class MarkMetadataJudged(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    /// <summary>Every key was judged by the BLOB with this number. False when that was noted before.</summary>
    public async Task<bool> RunAsync(long number, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var marked = await db.LoadedMetadata.Where(m => m.Number == number && m.JudgedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.JudgedAt, now), ct);
        await transaction.CommitAsync(ct);
        return marked == 1;
    }
}
