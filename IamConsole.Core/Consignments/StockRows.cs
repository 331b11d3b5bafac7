using IamConsole.Core.Jobs;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>The statements that bring rows into the stock: set by set, the same for both databases. Each may be repeated.</summary>
internal static class StockRows
{
    /// <summary>Rows whose serial number came into the stock since they were judged are told so.</summary>
    public static Task<int> MarkExistingAsync(IamDbContext db, Consignment of, int after, int upTo, CancellationToken ct)
    {
        var (verdict, seed) = (RowVerdict.Exists, (byte[]?)null);
        return Good(db, of, after, upTo)
            .Where(r => db.HardwareTokens.Any(t => t.Partition == (r.Partition ?? of.Partition) && t.NormalizedSerial == r.NormalizedSerial))
            .ExecuteUpdateAsync(
                s => s.SetProperty(r => r.Verdict, verdict)
                    .SetProperty(r => r.Reason, RowJudge.Texts.Exists)
                    .SetProperty(r => r.ProtectedSeed, seed), ct);
    }

    /// <summary>The tokens, their first line of history, and their rows without seeds.</summary>
    public static async Task<int> ImportAsync(IamDbContext db, Consignment of, int after, int upTo, CancellationToken ct)
    {
        var good = nameof(RowVerdict.Good);
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO "HardwareTokens" (
                 "Id", "Partition", "Serial", "NormalizedSerial", "ProtectedSeed", "Algorithm", "Digits", "PeriodSeconds", "Vendor", "Model",
                 "Form", "Batch", "ConsignmentId", "ExpiresOn", "ImportedAt", "OwnerAccountId", "AccountId", "State", "DriftSteps",
                 "LastAcceptedStep", "CheckWindow", "WindowChecks")
             SELECT r."TokenId", COALESCE(r."Partition", c."Partition"), r."Serial", r."NormalizedSerial", r."ProtectedSeed", r."Algorithm", r."Digits", r."PeriodSeconds",
                 r."Vendor", r."Model", r."Form", c."Batch", c."Id", r."ExpiresOn", c."ImportedAt", c."AccountId", c."AccountId", {nameof(TokenState.Available)},
                 r."DriftSteps", -1, 0, 0
             FROM "ConsignmentRows" r JOIN "Consignments" c ON c."Id" = r."ConsignmentId"
             WHERE r."ConsignmentId" = {of.Id} AND r."Verdict" = {good} AND r."Number" > {after} AND r."Number" <= {upTo}
             """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO "TokenEvents" ("TokenId", "AccountId", "At", "Kind", "Actor")
             SELECT r."TokenId", c."AccountId", c."ImportedAt", {nameof(TokenEventKind.Imported)}, c."StartedBy"
             FROM "ConsignmentRows" r JOIN "Consignments" c ON c."Id" = r."ConsignmentId"
             WHERE r."ConsignmentId" = {of.Id} AND r."Verdict" = {good} AND r."Number" > {after} AND r."Number" <= {upTo}
             """, ct);
        return await Good(db, of, after, upTo).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.Verdict, RowVerdict.Imported).SetProperty(r => r.ProtectedSeed, (byte[]?)null), ct);
    }

    /// <summary>Nobody needs the seeds of rows that never came into the stock any more.</summary>
    public static async Task ForgetSeedsAsync(JobRun run, Consignment of, CancellationToken ct)
    {
        for (var after = 0; ;)
        {
            var from = after;
            if (await run.ReadAsync(db => WithSeed(db, of).Where(r => r.Number > from).MinAsync(r => (int?)r.Number, ct), ct) is not { } first) return;
            after = first + Portions.Size - 1;
            var upTo = after;
            await run.WriteAsync(
                db => WithSeed(db, of).Where(r => r.Number >= first && r.Number <= upTo)
                    .ExecuteUpdateAsync(s => s.SetProperty(r => r.ProtectedSeed, (byte[]?)null), ct), ct);
        }
    }

    /// <summary>The first good row behind a number, or null.</summary>
    public static Task<int?> NextGoodAsync(IamDbContext db, Consignment of, int after, CancellationToken ct) =>
        Good(db, of, after, int.MaxValue).MinAsync(r => (int?)r.Number, ct);

    /// <summary>Whether a serial number of a good row is in the stock.</summary>
    public static Task<bool> AnyExistsAsync(IamDbContext db, Consignment of, CancellationToken ct) => Good(db, of, 0, int.MaxValue)
        .AnyAsync(r => db.HardwareTokens.Any(t => t.Partition == (r.Partition ?? of.Partition) && t.NormalizedSerial == r.NormalizedSerial), ct);

    private static IQueryable<ConsignmentRow> WithSeed(IamDbContext db, Consignment of) =>
        db.ConsignmentRows.Where(r => r.ConsignmentId == of.Id && r.ProtectedSeed != null);

    private static IQueryable<ConsignmentRow> Good(IamDbContext db, Consignment of, int after, int upTo) =>
        db.ConsignmentRows.Where(r => r.ConsignmentId == of.Id && r.Verdict == RowVerdict.Good && r.Number > after && r.Number <= upTo);
}
