using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Reports;

/// <summary>Streams a stored report that <see cref="GetCredentialReport"/> has handed out.</summary>
public sealed class ReportContent(IDbContextFactory<IamDbContext> databases)
{
    /// <summary>
    /// Copies the file to <paramref name="destination"/>, one chunk in memory at a time. One statement reads it all: a report
    /// that is replaced meanwhile is still delivered whole.
    /// </summary>
    /// <param name="report">From <see cref="GetCredentialReport"/>, which asked the gate.</param>
    /// <param name="forSpreadsheet">Whether names that a spreadsheet would take for formulas get an apostrophe.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="ct">The reader went away.</param>
    public async Task CopyToAsync(StoredReport report, bool forSpreadsheet, Stream destination, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var escaping = forSpreadsheet ? new FormulaEscape() : null;
        var chunks = db.ReportChunks.AsNoTracking().Where(c => c.ReportId == report.Id).OrderBy(c => c.Number).Select(c => c.Data);
        await foreach (var data in chunks.AsAsyncEnumerable().WithCancellation(ct))
            await destination.WriteAsync(escaping is null ? data : escaping.Apply(data), ct);
    }
}
