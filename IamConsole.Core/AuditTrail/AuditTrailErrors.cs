namespace IamConsole.Core.AuditTrail;

/// <summary>What reading the trail may answer instead.</summary>
public static class AuditTrailErrors
{
    /// <summary>No event of this account has that number.</summary>
    public static readonly Error NoSuchEvent = new("NoSuchEntity", "There is no such event in this account.");

    /// <summary>An extract of nothing proves nothing.</summary>
    public static readonly Error NothingToProve = new("NoSuchEntity", "No event fits the filters.");
}
