using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AuditTrail;

/// <summary>Signs where the chain stands, after going over the rows since the last checkpoint.</summary>
public sealed class MakeCheckpoint(IDbContextFactory<IamDbContext> databases, AuditFiles files, AuditChain chain, TimeProvider clock)
    : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>The checkpoint of the last row; an older one when nothing happened since.</summary>
    /// <exception cref="AuditTrailException">A row since the last checkpoint is not what was written: nothing is signed.</exception>
    public async Task<Checkpoint> RunAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            var (newest, history) = Read();
            await using var db = await databases.CreateDbContextAsync(ct);
            var head = await ChainEnd.ReadAsync(db, ct) ?? throw Broken(ChainWalk.FromStart(head: null));
            var age = await TrailAge.ReadAsync(db, chain, history, head, ct);
            var last = age.Explanation is null ? history.Last : age.Common;
            if (IsOf(head, last)) return last!;
            if (await TrailAge.WalkAsync(db, chain, last, head, ct) is { } broken) throw Broken(broken);

            // An older database had come back, and the trail says so: from that row on it is ours again.
            if (age.Explanation is { } row) newest = Sign(row.Sequence, row.Hash, newest, age.RestoredTo);
            if (!IsOf(head, newest)) newest = Sign(head.Sequence, head.Hash, newest, restoredTo: null);
            await NoteAsync(db, head.Sequence, ct);
            return newest!;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private (Checkpoint? Newest, CheckpointHistory History) Read()
    {
        var all = CheckpointFile.Read(files.Checkpoints);
        return (all is [.., var newest] ? newest : null, CheckpointHistory.Of(all));
    }

    private static bool IsOf(AuditChainHead head, Checkpoint? checkpoint) =>
        checkpoint is not null && checkpoint.Sequence == head.Sequence && checkpoint.Hash == Convert.ToHexStringLower(head.Hash);

    private Checkpoint Sign(long sequence, byte[] hash, Checkpoint? before, long? restoredTo)
    {
        using var key = files.OpenSigningKey();
        var time = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var made = Checkpoint.Sign(key, sequence, hash, time, before?.Signature, restoredTo);
        CheckpointFile.Append(files, made);
        return made;
    }

    // So that a file that is cut afterwards is missed. A checkpoint that is signed and not noted does no harm.
    private static async Task NoteAsync(IamDbContext db, long sequence, CancellationToken ct)
    {
        try
        {
            await using var transaction = await db.BeginWriteAsync(ct);
            await db.AuditChain.Where(h => h.Id == 1 && h.SignedUpTo < sequence)
                .ExecuteUpdateAsync(s => s.SetProperty(h => h.SignedUpTo, sequence), ct);
            await transaction.CommitAsync(ct);
        }
        catch (DatabaseBusyException)
        {
            // The next one notes both.
        }
    }

    private static AuditTrailException Broken(ChainWalk walk) => new(
        $"No checkpoint was signed: row {walk.FaultAt} of the audit trail is {walk.Fault ?? "missing or not where the trail ends"}. Run verify-audit.");
}
