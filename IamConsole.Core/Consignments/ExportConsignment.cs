using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>The verdicts of a consignment as CSV, safe against formulas: a serial number comes from a file of strangers.</summary>
public sealed class ExportConsignment(Gate gate, IDbContextFactory<IamDbContext> databases)
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionEscapeCharacter = '\'',
    };

    /// <summary>Permits; the answer writes row by row.</summary>
    public async Task<Result<ConsignmentExport>> RunAsync(Caller caller, string consignmentId, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ImportHardwareTokens, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var known = await operation.Db.Consignments.AnyAsync(
            c => c.Id == consignmentId && c.AccountId == operation.Account.Id && c.State != ConsignmentState.Discarding, ct);
        return known
            ? new ConsignmentExport($"hardware-tokens-{consignmentId}.csv", (to, token) => WriteAsync(consignmentId, to, token))
            : ConsignmentErrors.NoSuchConsignment;
    }

    private async Task WriteAsync(string id, Stream to, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using var csv = new CsvWriter(text, Configuration);
        foreach (var column in new[] { "row", "serial number", "outcome", "reason" }) csv.WriteField(column);
        await csv.NextRecordAsync();
        var rows = db.ConsignmentRows.AsNoTracking().Where(r => r.ConsignmentId == id).OrderBy(r => r.Number)
            .Select(r => new { r.Line, r.Serial, r.Verdict, r.Reason }).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(ct))
        {
            csv.WriteField(row.Line.ToString(CultureInfo.InvariantCulture));
            csv.WriteField(row.Serial);
            csv.WriteField(row.Verdict.ToString());
            csv.WriteField(row.Reason);
            await csv.NextRecordAsync();
        }

        await csv.FlushAsync();
    }
}
