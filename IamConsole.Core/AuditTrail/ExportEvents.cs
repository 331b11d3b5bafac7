using System.Globalization;
using System.Text;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AuditTrail;

/// <summary>Events of the account as a file. Each export is recorded, with what was asked for, before a byte leaves.</summary>
public sealed class ExportEvents(Gate gate, IDbContextFactory<IamDbContext> databases, ExtractEvents extracts, TimeProvider clock)
{
    /// <summary>Permits and records; the answer writes.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="filter">Which events.</param>
    /// <param name="sequence">This one event alone; null for all that fit.</param>
    /// <param name="format">As what.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<EventExport>> RunAsync(
        Caller caller, EventFilter filter, long? sequence, ExportFormat format, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.ExportEvents, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var account = operation.Account.Id;
        var asked = filter.Normal();
        if (!await Of(operation.Db, account, asked, sequence).AnyAsync(ct) && (sequence is not null || format is ExportFormat.Extract))
            return sequence is null ? AuditTrailErrors.NothingToProve : AuditTrailErrors.NoSuchEvent;
        operation.Audit("ExportEvents", details: new { format = format.ToString(), sequence, filter = asked });
        await operation.SaveAsync(ct);
        var (extension, type) = format switch
        {
            ExportFormat.Csv => ("csv", "text/csv; charset=utf-8"),
            ExportFormat.JsonLines => ("jsonl", "application/x-ndjson"),
            ExportFormat.Records => ("json", "application/json"),
            ExportFormat.Extract => ("extract.jsonl", "application/x-ndjson"),
        };
        var name = string.Create(CultureInfo.InvariantCulture, $"audit-events-{account}-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}.{extension}");
        return new EventExport(name, type, (to, token) => WriteAsync(account, asked, sequence, format, to, token));
    }

    private async Task WriteAsync(
        string account, EventFilter filter, long? sequence, ExportFormat format, Stream to, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var events = Of(db, account, filter, sequence);
        var inOrder = events.OrderBy(e => e.At).ThenBy(e => e.Sequence).AsAsyncEnumerable();
        await (format switch
        {
            ExportFormat.Csv => CsvEvents.WriteAsync(inOrder, to, ct),
            ExportFormat.JsonLines => WriteLinesAsync(inOrder, to, ct),
            ExportFormat.Records => WriteRecordsAsync(inOrder, to, ct),
            ExportFormat.Extract => extracts.WriteAsync(db, account, events, to, ct),
        });
    }

    // Cut short, it is no JSON: half a file is never taken for a whole one.
    private static async Task WriteRecordsAsync(IAsyncEnumerable<AuditEvent> events, Stream to, CancellationToken ct)
    {
        await using var text = Text(to);
        await text.WriteAsync("{\"Records\":[");
        var next = "\n";
        await foreach (var row in events.WithCancellation(ct))
        {
            await text.WriteAsync(next + CloudTrailRecord.Of(row).ToJsonString(AuditJson.ReadableLine));
            next = ",\n";
        }

        await text.WriteAsync("\n]}\n");
    }

    private static async Task WriteLinesAsync(IAsyncEnumerable<AuditEvent> events, Stream to, CancellationToken ct)
    {
        await using var text = Text(to);
        await foreach (var row in events.WithCancellation(ct))
            await text.WriteLineAsync(CloudTrailRecord.Of(row).ToJsonString(AuditJson.ReadableLine));
    }

    private static StreamWriter Text(Stream to) =>
        new(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };

    private static IQueryable<AuditEvent> Of(IamDbContext db, string account, EventFilter filter, long? sequence)
    {
        var events = filter.Of(account, db.AuditEvents.AsNoTracking());
        return sequence is null ? events : events.Where(e => e.Sequence == sequence);
    }
}
