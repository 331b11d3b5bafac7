using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>
/// The dry run: reads a vendor's file while it arrives and gives each row its verdict. Nothing is in stock afterwards.
/// Neither the file nor the key is kept; good rows keep their seeds encrypted until they are imported or forgotten.
/// </summary>
public sealed class ReadConsignment(
    Gate gate, IDbContextFactory<IamDbContext> databases, TimeProvider clock, SeedProtector seeds, TokenVendors vendors)
{
    private const string Event = "ReadHardwareTokens";
    private const int Batch = 1_000;
    private static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    /// <summary>Reads the file to its end.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="file">The file; read once, front to back.</param>
    /// <param name="wish">What to say of rows that do not say it themselves.</param>
    /// <param name="options">Key, password and limits; the caller clears them.</param>
    /// <param name="progress">Told after each thousand rows how many were read; null for nobody.</param>
    /// <param name="ct">Ends the reading; the rows read until then are forgotten.</param>
    public async Task<Result<ConsignmentView>> RunAsync(
        Caller caller, Stream file, ConsignmentWish wish, SeedFileOptions options, Func<int, Task>? progress, CancellationToken ct)
    {
        var normal = wish.Normal();
        if (normal.Refuse() is { } unfit) return unfit;
        var begun = await BeginAsync(caller, normal, ct);
        if (!begun.Succeeded) return begun.Error;
        var consignment = begun.Value;
        try
        {
            await ReadAsync(consignment, file, options, progress, ct);
        }
        catch (SeedFileException fault)
        {
            await ForgetAsync(consignment.Id);
            return await RecordAsync(caller, consignment, fault, ct);
        }
        catch
        {
            await ForgetAsync(consignment.Id);
            throw;
        }

        return await RecordAsync(caller, consignment, null, ct);
    }

    private async Task<Result<Consignment>> BeginAsync(Caller caller, ConsignmentWish wish, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.ImportHardwareTokens, null, ct, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account, now) = (operation.Db, operation.Account, clock.GetUtcNow());
        var longAgo = now - Waits;
        await db.Consignments.Where(c => c.AccountId == account.Id && c.CreatedAt < longAgo
            && (c.State == ConsignmentState.Reading || c.State == ConsignmentState.Reviewed)).ExecuteDeleteAsync(ct);
        var consignment = new Consignment
        {
            Id = RandomId.New(),
            AccountId = account.Id,
            Partition = account.Partition,
            FileName = wish.FileName,
            Batch = wish.Batch,
            Vendor = wish.Vendor,
            TokenForm = wish.TokenForm,
            StartedBy = operation.User.Name,
            CreatedAt = now,
        };
        db.Consignments.Add(consignment);
        await operation.SaveAsync(ct);
        return consignment;
    }

    private async Task ReadAsync(
        Consignment consignment, Stream file, SeedFileOptions options, Func<int, Task>? progress, CancellationToken ct)
    {
        // A password's derivation takes seconds of computing: not on the thread that serves the window.
        await using var seedFile = await Task.Run(() => SeedFile.OpenAsync(file, options, ct), ct);
        var judge = new RowJudge(consignment, seeds, vendors, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var batch = new List<SeedRow>(Batch);
        await foreach (var row in seedFile.ReadRowsAsync(ct))
        {
            batch.Add(row);
            if (batch.Count < Batch) continue;
            await KeepAsync(consignment, judge, batch, progress, ct);
        }

        if (seedFile.OnlyEventBased) throw SeedFileException.OnlyEventBased;
        if (batch.Count > 0) await KeepAsync(consignment, judge, batch, progress, ct);
        (consignment.Form, consignment.SignatureUnchecked) = (seedFile.Form, seedFile.SignatureUnchecked);
    }

    private async Task KeepAsync(
        Consignment consignment, RowJudge judge, List<SeedRow> batch, Func<int, Task>? progress, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await judge.JudgeAsync(db, batch, ct);
        await using (var transaction = await db.BeginWriteAsync(ct))
        {
            db.ConsignmentRows.AddRange(rows);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        consignment.Rows += rows.Count;
        consignment.Good += rows.Count(r => r.Verdict is RowVerdict.Good);
        batch.Clear();
        if (progress is not null) await progress(consignment.Rows);
    }

    // The right is asked again: reading may have taken minutes.
    private async Task<Result<ConsignmentView>> RecordAsync(Caller caller, Consignment read, SeedFileException? fault, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.ImportHardwareTokens, null, ct, proofWasFresh: true, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;
        var details = new { file = read.FileName, form = read.Form?.ToString(), rows = read.Rows, good = read.Good };
        if (fault is not null)
            return await operation.RefuseAsync(Event, ConsignmentErrors.Unreadable(fault), ct, read.FileName, details: details);
        await operation.Db.Consignments.Where(c => c.Id == read.Id).ExecuteUpdateAsync(
            s => s.SetProperty(c => c.State, ConsignmentState.Reviewed)
                .SetProperty(c => c.Form, read.Form)
                .SetProperty(c => c.SignatureUnchecked, read.SignatureUnchecked)
                .SetProperty(c => c.Rows, read.Rows)
                .SetProperty(c => c.Good, read.Good), ct);
        read.State = ConsignmentState.Reviewed;
        operation.Audit(Event, target: read.FileName, details: details);
        await operation.SaveAsync(ct);
        return ConsignmentView.Of(read, null);
    }

    private async Task ForgetAsync(string id)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.BeginWriteAsync(CancellationToken.None);
        await db.Consignments.Where(c => c.Id == id).ExecuteDeleteAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }
}
