using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.FidoMetadata;

/// <summary>
/// Verifies a BLOB and puts it in force: all of it in one transaction, numbers only rise. No caller: the operator's command
/// or the server's own schedule.
/// </summary>
public sealed class LoadMetadata(IDbContextFactory<IamDbContext> databases, TimeProvider clock, AuditTrailWriter audit)
{
    internal const int LongestSource = 200;
    internal const int LongestSigner = 300;
    private const string EventName = "LoadFidoMetadata";
    private const int KeptLoads = 30;

    /// <summary>Loads.</summary>
    /// <param name="blob">The file as it came.</param>
    /// <param name="trust">Whose signature counts.</param>
    /// <param name="source">Where it came from, for people: never with a password.</param>
    /// <param name="ct">Cancels; nothing is changed then.</param>
    public async Task<Result<MetadataLoad>> RunAsync(ReadOnlyMemory<byte> blob, MetadataTrust trust, string source, CancellationToken ct)
    {
        source = Clean(source, LongestSource);
        var read = BlobReader.Read(blob, trust, clock.GetUtcNow());
        if (!read.Succeeded) return await RefuseAsync(read.Error, source, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using (var transaction = await db.BeginWriteAsync(ct))
        {
            // Of two servers that load at once, the second waits here and then sees what the first has loaded.
            await db.Installations.ExecuteUpdateAsync(s => s.SetProperty(i => i.KeyCheck, i => i.KeyCheck), ct);
            var current = await db.LoadedMetadata.AsNoTracking().OrderByDescending(m => m.Number).FirstOrDefaultAsync(ct);
            if (current is null || current.Number < read.Value.Number) await ReplaceAsync(db, read.Value, current is null, source, ct);
            else if (current.Number > read.Value.Number) return await RefuseAsync(db, transaction, MetadataErrors.Older(read.Value.Number, current.Number), source, ct);
            else if (current.PayloadHash != read.Value.PayloadHash) return await RefuseAsync(db, transaction, MetadataErrors.NumberReused, source, ct);
            else return new MetadataLoad(false, (await ReadMetadata.OfAsync(db, clock.GetUtcNow(), ct))!, read.Value.LeftOut);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return new MetadataLoad(true, (await ReadMetadata.OfAsync(db, clock.GetUtcNow(), ct))!, read.Value.LeftOut);
    }

    private async Task ReplaceAsync(IamDbContext db, MetadataBlob blob, bool isFirst, string source, CancellationToken ct)
    {
        var stored = await db.StoredModels.ToDictionaryAsync(m => m.Key, StringComparer.Ordinal, ct);
        var changes = 0;
        foreach (var entry in blob.Entries)
        {
            var content = ModelDifference.Write(entry);
            var before = stored.Remove(entry.Key, out var model) ? model : null;
            if (before?.Content == content) continue;
            if (before is null) db.StoredModels.Add(new StoredModel { Key = entry.Key, Content = content });
            Note(before is null ? null : ModelDifference.Read(before.Content), entry);
            if (before is not null) before.Content = content;
        }

        foreach (var gone in stored.Values)
        {
            db.StoredModels.Remove(gone);
            Note(ModelDifference.Read(gone.Content), null);
        }

        var oldest = await db.LoadedMetadata.OrderByDescending(m => m.Number).Select(m => (long?)m.Number).Skip(KeptLoads - 1).FirstOrDefaultAsync(ct);
        if (oldest is { } last) await db.LoadedMetadata.Where(m => m.Number <= last).ExecuteDeleteAsync(ct);
        db.LoadedMetadata.Add(new LoadedMetadata
        {
            Number = blob.Number,
            NextUpdate = blob.NextUpdate,
            LoadedAt = clock.GetUtcNow(),
            Source = source,
            Signer = Clean(blob.Signer, LongestSigner),
            Models = blob.Entries.Count,
            LeftOut = blob.LeftOut.Count(f => !f.Kept),
            Others = blob.Others,
            PayloadHash = blob.PayloadHash,
            Revocation = blob.Revocation,
        });
        audit.Write(
            db, EventName, AuditActor.Operator, ClientInfo.Operator, accountId: null, target: Target(blob.Number),
            details: new { source, models = blob.Entries.Count, changes, revocation = blob.Revocation.ToString() });

        void Note(MetadataEntry? before, MetadataEntry? after)
        {
            // Against nothing, everything is new: that tells nobody anything.
            if (isFirst || ModelDifference.Of(blob.Number, before, after) is not { } change) return;
            db.ModelChanges.Add(change);
            changes++;
        }
    }

    private async Task<Error> RefuseAsync(Error error, string source, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        return await RefuseAsync(db, transaction, error, source, ct);
    }

    private async Task<Error> RefuseAsync(IamDbContext db, IWriteTransaction transaction, Error error, string source, CancellationToken ct)
    {
        audit.Write(db, EventName, AuditActor.Operator, ClientInfo.Operator, accountId: null, error.Code, details: new { source });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return error;
    }

    private static string Clean(string text, int longest) =>
        string.Concat(text.Take(longest).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));

    private static string Target(long number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"fido-metadata/{number}");
}
