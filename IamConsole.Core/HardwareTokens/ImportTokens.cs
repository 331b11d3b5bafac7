using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.Totp;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.HardwareTokens;

/// <summary>Fills a partition's stock from a vendor's file. All good rows in one transaction; a serial that exists is never overwritten.</summary>
public sealed class ImportTokens(
    IDbContextFactory<IamDbContext> databases, TimeProvider clock, SeedProtector seeds, AuditTrailWriter audit)
{
    private const int BatchSize = 500;

    /// <summary>
    /// Imports every good row into the partition that it names, or into <paramref name="partition"/>. The file streams
    /// through; where it turns out to be unreadable further on, nothing of it stays.
    /// Where the operator chose a partition, rows that name another one are refused; null means nobody chose: <c>aws</c>.
    /// </summary>
    /// <exception cref="SeedFileException">The file cannot be read to its end; nothing was imported.</exception>
    public async Task<TokenImport> RunAsync(SeedFile file, string? partition, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var refused = new List<RefusedToken>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var batch = new List<SeedRow>(BatchSize);
        var imported = 0;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await foreach (var row in file.ReadRowsAsync(ct))
        {
            var twice = row.Record is { } record && !seen.Add(HardwareToken.Normalize(record.Serial));
            if (row.Fault is { } fault) refused.Add(new RefusedToken(row.Row, row.Serial, fault.Message));
            else if (twice) refused.Add(new RefusedToken(row.Row, row.Serial, "This serial number stands in the file twice."));
            else batch.Add(row);
            if (batch.Count == BatchSize) imported += await AddAsync(db, batch, partition, now, refused, ct);
        }

        imported += await AddAsync(db, batch, partition, now, refused, ct);
        audit.Write(db, "ImportHardwareTokens", AuditActor.Operator, ClientInfo.Operator, accountId: null,
            details: new { partition, imported, refused = refused.Count, form = SeedFileForms.Name(file.Form) });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new TokenImport(imported, [.. refused.OrderBy(r => r.Row)]);
    }

    private async Task<int> AddAsync(
        IamDbContext db, List<SeedRow> batch, string? partition, DateTimeOffset now, List<RefusedToken> refused, CancellationToken ct)
    {
        if (batch.Count == 0) return 0;
        var serials = batch.ConvertAll(r => HardwareToken.Normalize(r.Record!.Serial));
        var known = (await db.HardwareTokens.Where(t => serials.Contains(t.NormalizedSerial))
            .Select(t => new { t.Partition, t.NormalizedSerial }).ToListAsync(ct))
            .ConvertAll(t => (t.Partition, t.NormalizedSerial)).ToHashSet();
        var added = 0;
        foreach (var row in batch)
        {
            var record = row.Record!;
            var into = record.Partition ?? partition ?? Partition.Aws;
            if (Refuse(record, into, partition, known, now) is { } reason)
            {
                refused.Add(new RefusedToken(row.Row, row.Serial, reason));
                continue;
            }

            db.HardwareTokens.Add(Token(record, into, now));
            added++;
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        batch.Clear();
        return added;
    }

    private static string? Refuse(
        SeedRecord record, string into, string? chosen, HashSet<(string Partition, string Serial)> known, DateTimeOffset now)
    {
        if (chosen is not null && into != chosen) return $"This token is for the partition {into}.";
        if (record.ExpiresOn < DateOnly.FromDateTime(now.UtcDateTime)) return "This token has expired.";
        return known.Contains((into, HardwareToken.Normalize(record.Serial))) ? "A token with this serial number is in the stock already." : null;
    }

    private HardwareToken Token(SeedRecord record, string partition, DateTimeOffset now)
    {
        var id = RandomId.New();
        return new HardwareToken
        {
            Id = id,
            Partition = partition,
            Serial = record.Serial,
            NormalizedSerial = HardwareToken.Normalize(record.Serial),
            ProtectedSeed = seeds.ForToken(partition, id, record.Secret),
            Algorithm = record.Profile.Algorithm,
            Digits = record.Profile.Digits,
            PeriodSeconds = record.Profile.PeriodSeconds,
            Vendor = record.Vendor,
            Model = record.Model,
            ExpiresOn = record.ExpiresOn,
            ImportedAt = now,
            DriftSteps = record.DriftSteps,
            LastAcceptedStep = -1,
        };
    }
}
