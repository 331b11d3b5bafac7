namespace IamConsole.Core.AuditTrail;

/// <summary>The one row that says where the chain ends; whoever extends the chain holds it until the commit.</summary>
public sealed class AuditChainHead
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>The last row's sequence; 0 before the first.</summary>
    public long Sequence { get; set; }

    /// <summary>The last row's hash.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>HMAC of both: without the key nobody moves the end of the chain back to an earlier row.</summary>
    public required byte[] Mac { get; set; }

    /// <summary>
    /// The row behind which this key's chain begins: 0, or the last row of a chain whose key was lost. Rows up to it are
    /// vouched for by nobody any more.
    /// </summary>
    public long Origin { get; init; }

    /// <summary>That row's hash, as it was found; null with <see cref="Origin"/> 0.</summary>
    public byte[]? OriginHash { get; init; }

    /// <summary>The last row for which a checkpoint was signed: a file of checkpoints that ends before it was cut.</summary>
    public long SignedUpTo { get; set; }
}
