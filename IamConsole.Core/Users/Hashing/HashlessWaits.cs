namespace IamConsole.Core.Users.Hashing;

/// <summary>
/// Attempts that are refused whatever the password is: each takes the time of a hash, as many at once as hashes run at once, and
/// costs nobody anything. What they wait for each other is theirs alone.
/// </summary>
internal sealed class HashlessWaits(HashUse use, HashBounds bounds, HashTimes times, int seats, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly HashQueue _waiting = new(use, bounds.SignIns, bounds.Each);
    private int _seated;

    /// <summary>Waits for a turn, and then as long as a hash takes.</summary>
    /// <exception cref="HashingBusyException">Too many wait.</exception>
    public async Task WaitAsync(HashAsker asker, CancellationToken ct)
    {
        await SitDownAsync(asker, ct);
        try
        {
            await Task.Delay(times.Any(), clock, ct);
        }
        finally
        {
            StandUp();
        }
    }

    private async Task SitDownAsync(HashAsker asker, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = new WaitingHash(asker, () => turn.TrySetResult(), error => turn.TrySetException(error));
        WaitingHash? refused;
        lock (_lock)
        {
            refused = _waiting.Add(waiting);
            SeatNext();
        }

        refused?.Refuse(new HashingBusyException());
        await using var registration = ct.Register(() =>
        {
            bool left;
            lock (_lock) left = _waiting.Remove(waiting);
            if (left) turn.TrySetCanceled(ct);
        });
        await turn.Task;
    }

    private void StandUp()
    {
        lock (_lock)
        {
            _seated--;
            SeatNext();
        }
    }

    private void SeatNext()
    {
        while (_seated < seats && _waiting.First() is var (next, _))
        {
            _waiting.Remove(next);
            _seated++;
            next.Run();
        }
    }
}
