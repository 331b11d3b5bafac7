using IamConsole.Core.Persistence;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>Reads a vendor's file into a consignment's rows, a thousand in one transaction, for the pages and the operator alike.</summary>
internal sealed class ConsignmentReader(
    IDbContextFactory<IamDbContext> databases, TimeProvider clock, SeedProtector seeds, TokenVendors vendors)
{
    /// <summary>Who reads says so with each portion; after this while without a word nobody does.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Reads to the file's end, or until somebody throws the consignment away; see <see cref="EndAsync"/>.</summary>
    /// <param name="consignment">The consignment; its figures are kept up to date.</param>
    /// <param name="anyPartition">See <see cref="RowJudge"/>.</param>
    /// <param name="file">The file; read once, front to back.</param>
    /// <param name="options">Key, password and limits.</param>
    /// <param name="progress">Told after each portion how many rows were read, or null.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="SeedFileException">The file cannot be read to its end.</exception>
    public async Task RunAsync(
        Consignment consignment, bool anyPartition, Stream file, SeedFileOptions options, Func<int, Task>? progress, CancellationToken ct)
    {
        // A password's derivation takes seconds of computing: not on the thread that serves the window.
        await using var seedFile = await Task.Run(() => SeedFile.OpenAsync(file, options, ct), ct);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var judge = new RowJudge(consignment, anyPartition, seeds, vendors, today);
        var batch = new List<SeedRow>(Portions.Size);
        await foreach (var row in seedFile.ReadRowsAsync(ct))
        {
            batch.Add(row);
            if (batch.Count < Portions.Size) continue;
            if (!await KeepAsync(consignment, judge, batch, progress, ct)) return;
        }

        if (seedFile.OnlyEventBased) throw SeedFileException.OnlyEventBased;
        if (batch.Count > 0) await KeepAsync(consignment, judge, batch, progress, ct);
        (consignment.Form, consignment.SignatureUnchecked) = (seedFile.Form, seedFile.SignatureUnchecked);
    }

    /// <summary>Every row has its verdict; 0 when the consignment was thrown away meanwhile.</summary>
    public static Task<int> EndAsync(IamDbContext db, Consignment read, CancellationToken ct) => Reading(db, read.Id).ExecuteUpdateAsync(
        s => s.SetProperty(c => c.State, ConsignmentState.Reviewed)
            .SetProperty(c => c.ReadUntil, (DateTimeOffset?)null)
            .SetProperty(c => c.Form, read.Form)
            .SetProperty(c => c.SignatureUnchecked, read.SignatureUnchecked), ct);

    /// <summary>Deletes what was read of a file that could not be read to its end.</summary>
    public async Task ForgetAsync(string id)
    {
        await databases.WriteAsync(
            db => Reading(db, id).ExecuteUpdateAsync(s => s.SetProperty(c => c.State, ConsignmentState.Discarding), CancellationToken.None),
            CancellationToken.None);
        await new ConsignmentRemoval(databases).RunAsync(id, CancellationToken.None);
    }

    private static IQueryable<Consignment> Reading(IamDbContext db, string id) =>
        db.Consignments.Where(c => c.Id == id && c.State == ConsignmentState.Reading);

    private async Task<bool> KeepAsync(
        Consignment consignment, RowJudge judge, List<SeedRow> batch, Func<int, Task>? progress, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await judge.JudgeAsync(db, batch, ct);
        consignment.Rows += rows.Count;
        consignment.Good += rows.Count(r => r.Verdict is RowVerdict.Good);
        var until = clock.GetUtcNow() + Lease;
        await using (var transaction = await db.BeginWriteAsync(ct))
        {
            var goesOn = await Reading(db, consignment.Id).ExecuteUpdateAsync(
                s => s.SetProperty(c => c.Rows, consignment.Rows).SetProperty(c => c.Good, consignment.Good).SetProperty(c => c.ReadUntil, until), ct);
            if (goesOn != 1) return false;
            db.ConsignmentRows.AddRange(rows);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        batch.Clear();
        if (progress is not null) await progress(consignment.Rows);
        return true;
    }
}
