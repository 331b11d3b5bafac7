using System.Collections.Frozen;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.FidoMetadata;

/// <summary>
/// The models in force, in memory: some hundred, read anew only when another BLOB is in force (one seek tells) or a day has
/// passed, because reports begin and cease to count with the day. A BLOB is bounded, so this is.
/// </summary>
public sealed class ModelCatalogue(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    private Shelf? _shelf;

    internal async Task<Shelf> OpenAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await OpenAsync(db, ct);
    }

    internal async Task<Shelf> OpenAsync(IamDbContext db, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var loaded = await NumberAsync(db, ct);
        var shelf = _shelf;
        if (shelf is not null && shelf.Loaded == loaded && shelf.Day == today) return shelf;
        while (true)
        {
            var models = await db.StoredModels.AsNoTracking().Select(m => m.Content).ToListAsync(ct);

            // A load between the two questions would leave models under another's number.
            var after = await NumberAsync(db, ct);
            if (after == loaded) return _shelf = new Shelf(loaded, today, models.Select(m => AuthenticatorModel.Of(ModelDifference.Read(m), today)));
            loaded = after;
        }
    }

    private static Task<Mark?> NumberAsync(IamDbContext db, CancellationToken ct) =>
        db.LoadedMetadata.AsNoTracking().OrderByDescending(m => m.Number).Select(m => new Mark(m.Number, m.PayloadHash)).FirstOrDefaultAsync(ct);

    internal sealed record Mark(long Number, string PayloadHash);

    internal sealed class Shelf
    {
        public Shelf(Mark? loaded, DateOnly day, IEnumerable<AuthenticatorModel> models)
        {
            (Loaded, Day) = (loaded, day);
            Models = [.. models.OrderBy(m => m.Name, StringComparer.OrdinalIgnoreCase).ThenBy(m => m.Key, StringComparer.Ordinal)];
            ByKey = Models.ToFrozenDictionary(m => m.Key, StringComparer.Ordinal);
            ByIdentifier = Models.SelectMany(m => m.Entry.KeyIdentifiers.Select(i => (Identifier: i, Model: m)))
                .ToFrozenDictionary(p => p.Identifier, p => p.Model, StringComparer.Ordinal);
        }

        public Mark? Loaded { get; }

        public DateOnly Day { get; }

        public IReadOnlyList<AuthenticatorModel> Models { get; }

        public FrozenDictionary<string, AuthenticatorModel> ByKey { get; }

        public FrozenDictionary<string, AuthenticatorModel> ByIdentifier { get; }
    }
}
