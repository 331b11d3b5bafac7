using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.HardwareTokens;

/// <summary>Fills a partition's stock from a vendor's file. All good rows in one transaction; a serial that exists is never overwritten.</summary>
public sealed class ImportTokens(
    IDbContextFactory<IamDbContext> databases, TimeProvider clock, SeedProtector seeds, AuditTrailWriter audit)
{
    private const int BatchSize = 500;

    /// <summary>
    /// Imports every good row into the partition that it names, or into <paramref name="partition"/>.
    /// Where the operator chose a partition, rows that name another one are refused; null means nobody chose: <c>aws</c>.
    /// </summary>
    public async Task<TokenImport> RunAsync(SeedCsvResult file, string? partition, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var refused = file.Refused.ToList();
        var imported = 0;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        foreach (var batch in file.Records.Chunk(BatchSize))
        {
            var serials = batch.Select(r => HardwareToken.Normalize(r.Serial)).ToList();
            var known = (await db.HardwareTokens.Where(t => serials.Contains(t.NormalizedSerial))
                .Select(t => new { t.Partition, t.NormalizedSerial }).ToListAsync(ct))
                .ConvertAll(t => (t.Partition, t.NormalizedSerial)).ToHashSet();
            foreach (var record in batch)
            {
                var into = record.Partition ?? partition ?? Partition.Aws;
                if (Refuse(record, into, partition, known, now) is { } reason)
                {
                    refused.Add(new SeedRowVerdict(record.Row, record.Serial, reason));
                    continue;
                }

                var token = Token(record, into, now);
                db.HardwareTokens.Add(token);
                db.Note(token.Id, accountId: null, TokenEventKind.Imported, now, AuditActor.Operator.Name!);
                imported++;
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }

        audit.Write(db, "ImportHardwareTokens", AuditActor.Operator, ClientInfo.Operator, accountId: null,
            details: new { partition, imported, refused = refused.Count });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new TokenImport(imported, [.. refused.OrderBy(r => r.Row)]);
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
            Form = TokenForms.Of(record.Model),
            ExpiresOn = record.ExpiresOn,
            ImportedAt = now,
            LastAcceptedStep = -1,
        };
    }
}
