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
        var (name, network) = (newcomer.Asker.Name, newcomer.Asker.Network);
        if (_waiting.Count(w => w.Asker.Name == name) >= each
            || network is not null && _waiting.Count(w => w.Asker.Network == network) >= each)
            return newcomer;
        _waiting.Add(newcomer);
        if (_waiting.Count <= capacity) return null;

        // Of equals the last: the newcomer, unless somebody else is heavier.
        var (heaviest, most) = (_waiting[^1], use.Of(newcomer.Asker));
        foreach (var one in _waiting)
            if (use.Of(one.Asker) is var used && used > most) (heaviest, most) = (one, used);
        _waiting.Remove(heaviest);
        return heaviest;
    }

    /// <summary>Whose turn it is, and how much he has used; null when nobody waits.</summary>
    public (WaitingHash Waiting, double Used)? First()
    {
        (WaitingHash, double Used)? first = null;
        foreach (var one in _waiting)
            if (use.Of(one.Asker) is var used && (first is null || used < first.Value.Used)) first = (one, used);
        return first;
    }

    /// <summary>Takes somebody out: it is his turn, or he no longer waits. False when he was not there.</summary>
    public bool Remove(WaitingHash waiting) => _waiting.Remove(waiting);
}
