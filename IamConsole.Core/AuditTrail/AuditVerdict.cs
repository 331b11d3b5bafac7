using System.Globalization;

namespace IamConsole.Core.AuditTrail;

/// <summary>What a check of the trail or of an extract found.</summary>
/// <param name="Rows">Rows that are good, up to the first that is not.</param>
/// <param name="Checkpoints">Checkpoints that were compared.</param>
/// <param name="BadRow">The first bad row's sequence; null when all are good or the fault lies in no row.</param>
/// <param name="Fault">What is wrong; null when all is good.</param>
/// <param name="Extract">Null for the trail itself; for an extract, how many events it shows and since when they are proven.</param>
/// <param name="Remarks">What the reader must know although it is no fault, a sentence each: restored, begun anew, cut; null when there is nothing.</param>
public sealed record AuditVerdict(
    long Rows, int Checkpoints, long? BadRow = null, string? Fault = null, ExtractVerdict? Extract = null,
    IReadOnlyList<string>? Remarks = null)
{
    /// <summary>Whether everything is as it was written.</summary>
    public bool IsGood => Fault is null;

    /// <summary>In one sentence.</summary>
    public override string ToString() => (Fault, BadRow, Extract) switch
    {
        (null, _, { SignedAt: { } time, Events: var events }) => string.Create(CultureInfo.InvariantCulture, $"The extract is good: {events:N0} events, proven by the checkpoint of {time:u}."),
        (null, _, _) => string.Create(CultureInfo.InvariantCulture, $"The audit trail is good: {Rows:N0} rows, {Checkpoints:N0} checkpoints."),
        (_, { } row, _) => string.Create(CultureInfo.InvariantCulture, $"The {Subject} is broken. First bad row: {row} ({Fault})."),
        _ => $"The {Subject} is broken: {Fault}.",
    };

    private string Subject => Extract is null ? "audit trail" : "extract";
}
