using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IamConsole.Core.AuditTrail;

/// <summary>
/// The hash chain: <c>digest = HMAC-SHA256(row key, canonical row)</c>, <c>hash = SHA-256(hash before || digest)</c>. Each
/// row's key comes from the chain's key, which lies outside the database: who has the database alone can compute no digest
/// and so cannot alter, drop or add a row. One row's key proves that row to an auditor and opens no other; of a row that is
/// none of his business he gets the digest, which tells nothing and still closes the chain.
/// </summary>
public sealed class AuditChain(AuditFiles files)
{
    /// <summary>SHA-256.</summary>
    public const int HashLength = 32;

    private const byte RowDomain = (byte)'R';
    private const byte HeadDomain = (byte)'H';

    /// <summary>The beginning of a chain.</summary>
    public AuditChainHead Start()
    {
        var nothing = new byte[HashLength];
        return new AuditChainHead { Sequence = 0, Hash = nothing, Mac = Mac(0, nothing, 0, null) };
    }

    /// <summary>The beginning of a chain behind rows whose key was lost, as they were found.</summary>
    public AuditChainHead StartBehind(long sequence, byte[] hash) => new()
    {
        Sequence = sequence,
        Hash = hash,
        Origin = sequence,
        OriginHash = hash,
        Mac = Mac(sequence, hash, sequence, hash),
    };

    /// <summary>Whether the head is one that this key made.</summary>
    public bool Vouches(AuditChainHead head) =>
        head.Hash.Length == HashLength
        && CryptographicOperations.FixedTimeEquals(head.Mac, Mac(head.Sequence, head.Hash, head.Origin, head.OriginHash));

    /// <summary>Gives <paramref name="rows"/> their places behind <paramref name="head"/>.</summary>
    /// <exception cref="AuditTrailException">Somebody changed the head: nothing may be built on it.</exception>
    public void Extend(AuditChainHead head, IEnumerable<AuditEvent> rows)
    {
        if (!Vouches(head)) throw new AuditTrailException("The end of the audit trail was changed outside this program.");
        foreach (var row in rows)
        {
            row.Sequence = ++head.Sequence;
            row.Hash = head.Hash = Link(head.Hash, Digest(row));
        }

        head.Mac = Mac(head.Sequence, head.Hash, head.Origin, head.OriginHash);
    }

    /// <summary>The key of one row.</summary>
    public byte[] RowKey(long sequence)
    {
        Span<byte> name = stackalloc byte[1 + sizeof(long)];
        name[0] = RowDomain;
        BinaryPrimitives.WriteInt64BigEndian(name[1..], sequence);
        return HMACSHA256.HashData(files.ChainKey, name);
    }

    /// <summary>What the chain keeps of a row.</summary>
    public byte[] Digest(AuditEvent row) => Digest(RowKey(row.Sequence), row);

    /// <summary>The same for who was given the row's key.</summary>
    public static byte[] Digest(byte[] rowKey, AuditEvent row)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        CanonicalRow.Write(row, bytes);
        return HMACSHA256.HashData(rowKey, bytes.WrittenSpan);
    }

    /// <summary>The hash of the next row.</summary>
    public static byte[] Link(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> digest)
    {
        Span<byte> both = stackalloc byte[2 * HashLength];
        previous.CopyTo(both);
        digest.CopyTo(both[HashLength..]);
        return SHA256.HashData(both);
    }

    private byte[] Mac(long sequence, byte[] hash, long origin, byte[]? originHash)
    {
        var text = new ArrayBufferWriter<byte>(2 * (1 + sizeof(long) + HashLength));
        text.Write([HeadDomain]);
        Write(sequence, hash, text);

        // A chain from the very first row says nothing more: its end is written as it always was.
        if (origin != 0) Write(origin, originHash ?? [], text);
        return HMACSHA256.HashData(files.ChainKey, text.WrittenSpan);
    }

    private static void Write(long sequence, byte[] hash, ArrayBufferWriter<byte> to)
    {
        BinaryPrimitives.WriteInt64BigEndian(to.GetSpan(sizeof(long)), sequence);
        to.Advance(sizeof(long));
        to.Write(hash);
    }
}
