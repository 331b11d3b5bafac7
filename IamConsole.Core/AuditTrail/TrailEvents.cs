namespace IamConsole.Core.AuditTrail;

/// <summary>Rows that speak of the trail itself; who checks it names each of them every time.</summary>
internal static class TrailEvents
{
    /// <summary>An older database came back: what had happened since is not in the trail.</summary>
    public const string Restored = "DatabaseRestored";

    /// <summary>A key or the checkpoints were lost: the trail begins anew behind what was found.</summary>
    public const string Renewed = "AuditTrailRenewed";
}
