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
}
