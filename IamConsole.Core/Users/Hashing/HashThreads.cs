namespace IamConsole.Core.Users.Hashing;

/// <summary>
/// Threads that hash and nothing else, as many as there are cores. People in sessions and people at the door take turns. Who asks
/// for many hashes never has all threads: the next who asks for one finds one free, or waits for one hash at the most where
/// there is a single core.
/// </summary>
internal sealed class HashThreads : IDisposable
{
    /// <summary>Hashes of the last minute or so, by network and name together, from which on somebody asks for many.</summary>
    internal const double Many = 12;

    // A monitor: the threads wait on it.
    private readonly object _lock = new();
    private readonly HashQueue _signIns;
    private readonly HashQueue _sessions;
    private readonly int _heavyThreads;
    private bool _sessionIsNext;
    private int _heavyRunning;
    private bool _isEnding;

    public HashThreads(HashUse use, HashBounds bounds, int threads)
    {
        _signIns = new HashQueue(use, bounds.SignIns, bounds.Each);
        _sessions = new HashQueue(use, bounds.Sessions, bounds.Each);
        _heavyThreads = Math.Max(1, threads - 1);
        for (var i = 0; i < threads; i++)
            new Thread(Work) { IsBackground = true, Name = "Password hashing" }.Start();
    }

    /// <summary>How many wait at the door.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock) return _signIns.Count;
        }
    }

    /// <summary>Hashes when the turn has come. Whoever cancels no longer waits.</summary>
    /// <exception cref="HashingBusyException">Too many wait.</exception>
    public async Task<T> RunAsync<T>(HashAsker asker, Func<T> hash, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = new WaitingHash(asker, () =>
        {
            try
            {
                done.TrySetResult(hash());
            }
            catch (Exception error)
            {
                done.TrySetException(error);
            }
        }, error => done.TrySetException(error));
        var queue = asker.IsInSession ? _sessions : _signIns;
        WaitingHash? refused;
        lock (_lock)
        {
            refused = queue.Add(waiting);
            Monitor.Pulse(_lock);
        }

        refused?.Refuse(new HashingBusyException());
        await using var registration = ct.Register(() =>
        {
            bool left;
            lock (_lock) left = queue.Remove(waiting);
            if (left) done.TrySetCanceled(ct);
        });
        return await done.Task;
    }

    /// <summary>Ends the threads once nobody waits.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isEnding = true;
            Monitor.PulseAll(_lock);
        }
    }

    private void Work()
    {
        while (Next() is var (waiting, isHeavy))
        {
            waiting.Run();
            if (!isHeavy) continue;
            lock (_lock)
            {
                _heavyRunning--;
                Monitor.Pulse(_lock);
            }
        }
    }

    private (WaitingHash Waiting, bool IsHeavy)? Next()
    {
        lock (_lock)
        {
            while (true)
            {
                if (Take() is { } next) return next;
                if (_isEnding && _signIns.Count + _sessions.Count == 0) return null;
                Monitor.Wait(_lock);
            }
        }
    }

    private (WaitingHash, bool)? Take()
    {
        HashQueue[] inTurn = _sessionIsNext ? [_sessions, _signIns] : [_signIns, _sessions];
        foreach (var queue in inTurn)
        {
            if (queue.First() is not var (waiting, used)) continue;
            var isHeavy = used > Many;
            if (isHeavy && _heavyRunning >= _heavyThreads) continue;
            queue.Remove(waiting);
            if (isHeavy) _heavyRunning++;
            _sessionIsNext = queue == _signIns;
            return (waiting, isHeavy);
        }

        return null;
    }
}
