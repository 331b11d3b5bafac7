using System.Security.Cryptography;

namespace IamConsole.Core.Users.Hashing;

/// <summary>How long the last hashes took: whoever is refused without one takes as long as one of them.</summary>
internal sealed class HashTimes(TimeProvider clock)
{
    private const int Kept = 64;
    private readonly Lock _lock = new();
    private readonly Queue<TimeSpan> _times = new();

    /// <summary>Does it and remembers how long it took.</summary>
    public T Measure<T>(Func<T> hash)
    {
        var begun = clock.GetTimestamp();
        var done = hash();
        var took = clock.GetElapsedTime(begun);
        lock (_lock)
        {
            _times.Enqueue(took);
            if (_times.Count > Kept) _times.Dequeue();
        }

        return done;
    }

    /// <summary>One of them, by chance: the same spread, not one figure that tells.</summary>
    public TimeSpan Any()
    {
        lock (_lock) return _times.Count == 0 ? TimeSpan.Zero : _times.ElementAt(RandomNumberGenerator.GetInt32(_times.Count));
    }
}
