using System.Globalization;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AuditTrail;

/// <summary>One walk over the whole trail.</summary>
internal sealed class TrailCheck(IamDbContext db, AuditChain chain, CheckpointHistory history)
{
    private readonly List<string> _remarks = [];
    private readonly ILookup<long, Checkpoint> _marks = history.Living.ToLookup(c => c.Sequence);
    private ChainWalk _walk = ChainWalk.FromStart(head: null);
    private int _passed;

    /// <summary>Adds a sentence that the verdict must say, if there is one.</summary>
    public void Remark(string? sentence)
    {
        if (sentence is not null) _remarks.Add(sentence);
    }

    /// <summary>Up to the first bad row, or to the end.</summary>
    public async Task<AuditVerdict> RunAsync(CancellationToken ct)
    {
        var head = await ReadEndAsync(ct);
        if (head is { Origin: > 0 } && chain.Vouches(head)) _walk = ChainWalk.FromStart(head);
        var origin = _walk.Sequence;
        _passed = origin == 0 ? _marks[0].Count() : 0;

        // Behind the rows of a lost key; a number that no row can have is never passed over.
        var rows = db.AuditEvents.AsNoTracking().Where(e => e.Sequence > origin || e.Sequence < 1).OrderBy(e => e.Sequence);
        if (await WalkAsync(rows, head, await StorageTypes.FirstWrongAsync(db, ct), ct) is { } broken) return broken;

        // What should be there at least: the end of the chain, and the last checkpoint.
        var last = Math.Max(head?.Sequence ?? 0, history.Living.Count == 0 ? 0 : history.Living.Max(c => c.Sequence));
        if (_walk.Sequence < last) return Broken(_walk.FaultAt, ChainWalk.Missing(_walk.FaultAt, last));
        if (head is null || !chain.Vouches(head) || head.Sequence > _walk.Sequence)
            return Broken(_walk.FaultAt, "the end of the trail was changed; rows from here on may be missing");
        Remark(CheckpointGaps.Of(head, history));
        return new AuditVerdict(_walk.Sequence - origin, _passed, Remarks: _remarks.Count == 0 ? null : _remarks);
    }

    private async Task<AuditVerdict?> WalkAsync(IQueryable<AuditEvent> all, AuditChainHead? head, long? wrongType, CancellationToken ct)
    {
        await using var rows = all.AsAsyncEnumerable().GetAsyncEnumerator(ct);
        while (true)
        {
            try
            {
                if (!await rows.MoveNextAsync()) return null;
            }
            catch (Exception error) when (ChainEnd.IsUnreadable(error))
            {
                return Broken(_walk.FaultAt, "changed to something that cannot be read");
            }

            var row = rows.Current;
            if (row.Sequence == wrongType) return Broken(row.Sequence, "changed: a value is kept in another form than this program writes");
            if (!_walk.Step(row.Sequence, chain.Digest(row), row.Hash)) return Broken(_walk.FaultAt, _walk.Fault!);
            if (StorageTypes.HasReplacements(row) && !await StorageTypes.FindsAsync(db, row, ct))
                return Broken(row.Sequence, "changed: a text is kept in another form than this program writes");
            if (row.Sequence == head?.Sequence && !_walk.Hash.AsSpan().SequenceEqual(head.Hash))
                return Broken(row.Sequence, "not the row that the end of the trail names");
            foreach (var mark in _marks[row.Sequence])
            {
                if (!_walk.Meets(mark)) return Broken(row.Sequence, $"not the row that the checkpoint of {mark.Time:u} signed");
                if (mark.RestoredTo is not null && row.EventName != TrailEvents.Restored)
                    return Broken(row.Sequence, $"not the row of a restored database, as the checkpoint of {mark.Time:u} says");
                _passed++;
            }

            Remark(RemarkOn(row, head));
        }
    }

    private async Task<AuditChainHead?> ReadEndAsync(CancellationToken ct)
    {
        try
        {
            return await ChainEnd.ReadAsync(db, ct) is { } head && await StorageTypes.EndIsRightAsync(db, ct) ? head : null;
        }
        catch (AuditTrailException)
        {
            return null;
        }
    }

    private string? RemarkOn(AuditEvent row, AuditChainHead? head) => row.EventName switch
    {
        TrailEvents.Restored when row.AccountId is null => OnRestored(row),
        TrailEvents.Renewed when row.Sequence == head?.Origin + 1 => string.Create(CultureInfo.InvariantCulture,
            $"The trail was begun anew on {row.At:u}: rows up to {row.Sequence - 1} are vouched for by nobody any more."),
        TrailEvents.Renewed => string.Create(CultureInfo.InvariantCulture,
            $"The checkpoints were begun anew on {row.At:u}: compare those before with the copy that is kept elsewhere."),
        _ => null,
    };

    private string OnRestored(AuditEvent row)
    {
        var lost = history.Lost.LastOrDefault(l => l.Mark.Sequence == row.Sequence);
        var gone = lost?.Newest is { } newest
            ? $" Rows {lost.Mark.RestoredTo + 1} to {newest.Sequence} of the time before, which the checkpoint of {newest.Time:u} signed, are gone with it."
            : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"An older database was brought back; the trail says so since {row.At:u}, in row {row.Sequence}. What happened between row {(lost?.Mark.RestoredTo ?? row.Sequence - 1)} and then is not in it.{gone}");
    }

    private AuditVerdict Broken(long row, string fault) => new(_walk.Sequence, _passed, row, fault, Remarks: _remarks.Count == 0 ? null : _remarks);
}
