using System.Globalization;
using System.Security.Cryptography;

namespace IamConsole.Core.AuditTrail;

/// <summary>Goes over rows in their order, from a place whose hash is known, and stops at the first that is not in the chain.</summary>
internal sealed class ChainWalk(long sequence, byte[] hash)
{
    /// <summary>The last good row.</summary>
    public long Sequence { get; private set; } = sequence;

    /// <summary>Its hash.</summary>
    public byte[] Hash { get; private set; } = hash;

    /// <summary>Where <see cref="Fault"/> is.</summary>
    public long FaultAt => Sequence + 1;

    /// <summary>What is wrong with row <see cref="FaultAt"/>, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>A walk over all rows that the key of this end vouches for; without an end, from the first row.</summary>
    public static ChainWalk FromStart(AuditChainHead? head) =>
        head is { Origin: > 0, OriginHash: { } hash } ? new(head.Origin, hash) : new(0, new byte[AuditChain.HashLength]);

    /// <summary>The next row with its digest; false when it is not what was chained.</summary>
    public bool Step(long sequence, ReadOnlySpan<byte> digest, byte[]? storedHash)
    {
        if (sequence != FaultAt) return Fail(sequence < FaultAt ? "out of order" : Missing(FaultAt, sequence - 1));
        var hash = AuditChain.Link(Hash, digest);
        if (storedHash is not null && !CryptographicOperations.FixedTimeEquals(hash, storedHash))
            return Fail("changed, or not the row that was written here");
        (Sequence, Hash) = (sequence, hash);
        return true;
    }

    /// <summary>Whether the walk, at this row, is where <paramref name="checkpoint"/> says it was.</summary>
    public bool Meets(Checkpoint checkpoint) =>
        checkpoint.Sequence == Sequence && checkpoint.Hash.Equals(Convert.ToHexStringLower(Hash), StringComparison.Ordinal);

    /// <summary>"missing", or with more than one "missing, as are those up to row 9".</summary>
    public static string Missing(long first, long last) =>
        first == last ? "missing" : string.Create(CultureInfo.InvariantCulture, $"missing, as are all up to row {last}");

    private bool Fail(string fault)
    {
        Fault = fault;
        return false;
    }
}
