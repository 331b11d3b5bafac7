namespace IamConsole.Core.Users.Hashing;

/// <summary>
/// How many hashes each network and each name asked for lately; half is forgotten every minute. Whoever asked for fewer goes
/// first, so that of a flood from many addresses or against many names only the flood waits. Bounded: at the bound the least
/// users are forgotten.
/// </summary>
internal sealed class HashUse(TimeProvider clock, int mostKeys = HashUse.MostKeys)
{
    /// <summary>Networks and names that are remembered: some ten megabytes.</summary>
    public const int MostKeys = 65_536;

    private const double Forgotten = 0.1;
    private static readonly TimeSpan HalfLife = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (double Amount, long At)> _uses = new(StringComparer.Ordinal);

    /// <summary>Keys that are remembered now.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _uses.Count;
        }
    }

    /// <summary>Notes a hash that was asked for, whether it is done or refused.</summary>
    public void Charge(HashAsker asker) => Add(asker, 1);

    /// <summary>Takes one back: the password was right, so it was no guess.</summary>
    public void Forgive(HashAsker asker) => Add(asker, -1);

    /// <summary>The weight of all that counts against <paramref name="asker"/>.</summary>
    public double Of(HashAsker asker)
    {
        var now = clock.GetTimestamp();
        lock (_lock) return asker.Shares.Sum(share => share.Weight * AmountOf(share.Key, now));
    }

    private void Add(HashAsker asker, double amount)
    {
        var now = clock.GetTimestamp();
        lock (_lock)
        {
            foreach (var (key, _) in asker.Shares)
                _uses[key] = (Math.Max(0, AmountOf(key, now) + amount), now);
            if (_uses.Count > mostKeys) Forget(now);
        }
    }

    private double AmountOf(string key, long now) =>
        _uses.TryGetValue(key, out var use) ? use.Amount * Math.Pow(0.5, clock.GetElapsedTime(use.At, now) / HalfLife) : 0;

    // Rare: half the places are free afterwards at the least.
    private void Forget(long now)
    {
        var inOrder = _uses.Keys.Select(key => (Key: key, Amount: AmountOf(key, now))).OrderBy(use => use.Amount).ToList();
        for (var i = 0; i < inOrder.Count && (i < inOrder.Count - mostKeys / 2 || inOrder[i].Amount < Forgotten); i++)
            _uses.Remove(inOrder[i].Key);
    }
}
