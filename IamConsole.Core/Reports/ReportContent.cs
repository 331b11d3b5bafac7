using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Reports;

/// <summary>Streams a stored report that <see cref="GetCredentialReport"/> has handed out.</summary>
public sealed class ReportContent(IDbContextFactory<IamDbContext> databases)
{
    /// <summary>
    /// Copies the file to <paramref name="destination"/>, one chunk in memory at a time. One statement reads it all: a report
    /// that is replaced meanwhile is still delivered whole, or, where it went before the first byte, not at all.
    /// </summary>
    /// <exception cref="IOException">It was replaced before its first byte was read.</exception>
    /// <param name="report">From <see cref="GetCredentialReport"/>, which asked the gate.</param>
    /// <param name="forSpreadsheet">Whether names that a spreadsheet would take for formulas get an apostrophe.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="ct">The reader went away.</param>
    public async Task CopyToAsync(StoredReport report, bool forSpreadsheet, Stream destination, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var escaping = forSpreadsheet ? new FormulaEscape() : null;
        var chunks = db.ReportChunks.AsNoTracking().Where(c => c.ReportId == report.Id).OrderBy(c => c.Number);
        var next = 1;
        await foreach (var chunk in chunks.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (chunk.Number != next++) throw Replaced();
            await destination.WriteAsync(escaping is null ? chunk.Data : escaping.Apply(chunk.Data), ct);
        }

        if (next == 1) throw Replaced();
    }

    // Never half a file that looks like a whole one.
    private static IOException Replaced() => new("The report was replaced by a newer one.");
}
