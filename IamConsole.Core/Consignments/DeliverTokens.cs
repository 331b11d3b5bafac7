using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Jobs;
using IamConsole.Core.Persistence;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>
/// The operator's import into the common stock: the same steps as a page's, one after the other, in short transactions, so that
/// people sign in beside it. Ended while it reads it leaves nothing; ended while it imports, the server goes on with it.
/// </summary>
public sealed class DeliverTokens(
    IDbContextFactory<IamDbContext> databases, TimeProvider clock, SeedProtector seeds, TokenVendors vendors, AuditTrailWriter audit,
    JobStart jobs, JobRunner runner)
{
    private const string Event = "ImportHardwareTokens";

    private readonly ConsignmentReader _reader = new(databases, clock, seeds, vendors);

    /// <summary>Reads the file to its end, then imports its good rows; a serial number that exists is never overwritten.</summary>
    /// <param name="file">The file; read once, front to back.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="partition">The partition of all tokens; null: what each row names, or its vendor serves alone, or <c>aws</c>.</param>
    /// <param name="options">Key, password and limits; the caller clears them.</param>
    /// <param name="allOrNothing">Whether one row that cannot be imported keeps all others out.</param>
    /// <param name="refused">Told of each row that was not imported, in the order of the file.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="SeedFileException">The file cannot be read to its end; nothing was imported.</exception>
    /// <exception cref="DeliveryGoesOnException">It was ended while it imported.</exception>
    public async Task<Delivery> RunAsync(
        Stream file, string fileName, string? partition, SeedFileOptions options, bool allOrNothing, Action<RefusedRow> refused, CancellationToken ct)
    {
        var consignment = await BeginAsync(fileName, partition ?? Partition.Aws, allOrNothing, ct);
        string? jobId = null;
        try
        {
            await _reader.RunAsync(consignment, anyPartition: partition is null, file, options, null, ct);
            jobId = await OrderAsync(consignment, partition, ct);
            if (jobId is null) await TellAsync(consignment.Id, refused, ct);
        }
        finally
        {
            // A day later a server would forget it anyway; a command that was stopped leaves no trace.
            if (jobId is null) await _reader.ForgetAsync(consignment.Id);
        }

        if (jobId is null) return Answer(consignment, ConsignmentState.Refused, 0, null);
        var job = await FinishAsync(jobId, ct);
        await TellAsync(consignment.Id, refused, ct);
        return await EndAsync(consignment, job.Reason, ct);
    }

    private async Task<Job> FinishAsync(string jobId, CancellationToken ct)
    {
        try
        {
            return await runner.FinishAsync(jobId, ct);
        }
        catch (Exception stopped) when (ct.IsCancellationRequested)
        {
            throw new DeliveryGoesOnException(stopped);
        }
    }

    private async Task<Consignment> BeginAsync(string fileName, string partition, bool allOrNothing, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var consignment = new Consignment
        {
            Id = RandomId.New(),
            AccountId = null,
            Partition = partition,
            FileName = new ConsignmentWish(fileName, null, null, null).Normal().FileName,
            StartedBy = AuditActor.Operator.Name!,
            CreatedAt = now,
            ReadUntil = now + ConsignmentReader.Lease,
            AllOrNothing = allOrNothing,
        };
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        db.Consignments.Add(consignment);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return consignment;
    }

    // Read and ordered at once: from here on the import goes on by itself. Null where nothing is to be imported.
    private async Task<string?> OrderAsync(Consignment read, string? partition, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var refusal = read.Good == 0 ? ConsignmentErrors.NothingGood
            : read.AllOrNothing && read.Good < read.Rows ? ConsignmentErrors.NotAll(read.Rows - read.Good) : null;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var job = refusal is null ? jobs.ForOperator(ConsignmentImport.JobKind, new ConsignmentOrder(read.Id)) : null;
        if (job is not null)
        {
            db.Jobs.Add(job);
            await ConsignmentReader.EndAsync(db, read, ct);
            await db.Consignments.Where(c => c.Id == read.Id).ExecuteUpdateAsync(
                s => s.SetProperty(c => c.State, ConsignmentState.Importing).SetProperty(c => c.ImportedAt, now).SetProperty(c => c.JobId, job.Id), ct);
        }

        audit.Write(
            db, Event, AuditActor.Operator, ClientInfo.Operator, accountId: null, refusal?.Code, read.FileName,
            details: new { consignment = read.Id, partition, rows = read.Rows, good = read.Good, form = SeedFileForms.Name(read.Form!.Value) });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return job?.Id;
    }

    private async Task TellAsync(string id, Action<RefusedRow> refused, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = db.ConsignmentRows.AsNoTracking()
            .Where(r => r.ConsignmentId == id && r.Verdict != RowVerdict.Imported && r.Verdict != RowVerdict.Good)
            .OrderBy(r => r.Number).Select(r => new RefusedRow(r.Line, r.Serial, r.Reason!)).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(ct)) refused(row);
    }

    private async Task<Delivery> EndAsync(Consignment read, string? reason, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var state = await db.Consignments.Where(c => c.Id == read.Id).Select(c => c.State).SingleAsync(ct);
        var imported = await db.ConsignmentRows.CountAsync(r => r.ConsignmentId == read.Id && r.Verdict == RowVerdict.Imported, ct);
        return Answer(read, state, imported, reason);
    }

    private static Delivery Answer(Consignment read, ConsignmentState state, int imported, string? reason) =>
        new(read.Form!.Value, read.SignatureUnchecked, state, imported, read.Rows - imported, reason);
}
