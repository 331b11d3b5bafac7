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

    private readonly ConsignmentReader _reader = new(databases, clock, seeds, vendors);

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
            await _reader.RunAsync(consignment, anyPartition: false, file, options, progress, ct);
        }
        catch (SeedFileException fault)
        {
            await _reader.ForgetAsync(consignment.Id);
            return await RecordAsync(caller, consignment, fault, ct);
        }
        catch
        {
            await _reader.ForgetAsync(consignment.Id);
            throw;
        }

        return await RecordAsync(caller, consignment, null, ct);
    }

    private async Task<Result<Consignment>> BeginAsync(Caller caller, ConsignmentWish wish, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.ImportHardwareTokens, null, ct, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account, now) = (operation.Db, operation.Account, clock.GetUtcNow());
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
            ReadUntil = now + ConsignmentReader.Lease,
        };
        db.Consignments.Add(consignment);
        await operation.SaveAsync(ct);
        return consignment;
    }

    // The right is asked again: reading may have taken minutes.
    private async Task<Result<ConsignmentView>> RecordAsync(Caller caller, Consignment read, SeedFileException? fault, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.ImportHardwareTokens, null, ct, proofWasFresh: true, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;
        var details = new { file = read.FileName, form = read.Form?.ToString(), rows = read.Rows, good = read.Good };
        if (fault is not null)
            return await operation.RefuseAsync(Event, ConsignmentErrors.Unreadable(fault), read.FileName, details: details);
        if (await ConsignmentReader.EndAsync(operation.Db, read, ct) != 1) return ConsignmentErrors.NoSuchConsignment;
        read.State = ConsignmentState.Reviewed;
        operation.Audit(Event, target: read.FileName, details: details);
        await operation.SaveAsync(ct);
        return ConsignmentView.Of(read, null, clock.GetUtcNow());
    }
}
