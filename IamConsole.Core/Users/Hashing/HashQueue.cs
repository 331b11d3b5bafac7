namespace IamConsole.Core.Users.Hashing;

/// <summary>
/// A bounded queue in which whoever has used least comes first, and of equals the first. When it is full the heaviest user
/// gives way, so that a flood cannot fill it for others. Its owner sees to it that one thread uses it at a time.
/// </summary>
internal sealed class HashQueue(HashUse use, int capacity, int each)
{
    private readonly List<WaitingHash> _waiting = [];

    /// <summary>How many wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>Lets somebody wait; answers who is refused for it: nobody, himself, or the heaviest user.</summary>
    public WaitingHash? Add(WaitingHash newcomer)
    {
        use.Charge(newcomer.Asker);
        _waiting.Add(newcomer);
        var (name, network) = (newcomer.Asker.Name, newcomer.Asker.Network);

        // Strangers who fill a name's places, or a neighbour who fills the network's, shut nobody out either.
        var tooMany = OfTooMany(w => w.Asker.Name == name, each)
            ?? (network is null ? null : OfTooMany(w => w.Asker.Network == network, each)) ?? OfTooMany(_ => true, capacity);
        if (tooMany is not null) _waiting.Remove(tooMany);
        return tooMany;
    }

    /// <summary>Whose turn it is, and how much he has used; null when nobody waits.</summary>
    public (WaitingHash Waiting, double Used)? First()
    {
        (WaitingHash, double Used)? first = null;
        foreach (var one in _waiting)
            if (use.Of(one.Asker) is var used && (first is null || used < first.Value.Used)) first = (one, used);
        return first;
    }

    // The heaviest of them, when they are too many; of equals the last, which is the newcomer.
    private WaitingHash? OfTooMany(Predicate<WaitingHash> which, int most)
    {
        var them = _waiting.FindAll(which);
        return them.Count > most ? them.AsEnumerable().Reverse().MaxBy(w => use.Of(w.Asker)) : null;
    }

    /// <summary>Takes somebody out: it is his turn, or he no longer waits. False when he was not there.</summary>
    public bool Remove(WaitingHash waiting) => _waiting.Remove(waiting);
}
