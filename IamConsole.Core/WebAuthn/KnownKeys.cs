namespace IamConsole.Core.WebAuthn;

/// <summary>
/// Imported public keys, the latest used: importing costs twice as much as verifying. A key is taken out while it is used, because
/// the platform's key objects serve one thread at a time; nothing is decided here, the stored bytes alone say which key it is.
/// </summary>
/// <param name="capacity">Most keys that are kept, each some kilobytes outside the managed heap.</param>
public sealed class KnownKeys(int capacity) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly LinkedList<CoseKey> _byUse = new();
    private readonly Dictionary<ReadOnlyMemory<byte>, LinkedListNode<CoseKey>> _byBytes = new(new BytesComparer());

    /// <summary>The key of these bytes, kept or imported now; null where the bytes are no key.</summary>
    public CoseKey? Take(ReadOnlyMemory<byte> encoded)
    {
        lock (_lock)
        {
            if (_byBytes.Remove(encoded, out var node))
            {
                _byUse.Remove(node);
                return node.Value;
            }
        }

        return CoseKey.Read(encoded).Value;
    }

    /// <summary>Gives it back; the key that was not used for longest makes room.</summary>
    public void Return(CoseKey key)
    {
        CoseKey? gone = null;
        lock (_lock)
        {
            var node = new LinkedListNode<CoseKey>(key);
            if (_byBytes.TryAdd(key.Encoded, node)) _byUse.AddLast(node);
            else gone = key;
            if (_byUse.Count > capacity)
            {
                gone = _byUse.First!.Value;
                _byUse.RemoveFirst();
                _byBytes.Remove(gone.Encoded);
            }
        }

        gone?.Dispose();
    }

    /// <summary>Frees every key that is kept.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var key in _byUse) key.Dispose();
            _byUse.Clear();
            _byBytes.Clear();
        }
    }

    private sealed class BytesComparer : IEqualityComparer<ReadOnlyMemory<byte>>
    {
        public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

        public int GetHashCode(ReadOnlyMemory<byte> key)
        {
            var hash = default(HashCode);
            hash.AddBytes(key.Span);
            return hash.ToHashCode();
        }
    }
}
