using System.Globalization;

namespace IamConsole.Core.AuditTrail;

/// <summary>What a check of the trail or of an extract found.</summary>
/// <param name="Rows">Rows that are good, up to the first that is not.</param>
/// <param name="Checkpoints">Checkpoints that were compared.</param>
/// <param name="BadRow">The first bad row's sequence; null when all are good or the fault lies in no row.</param>
/// <param name="Fault">What is wrong; null when all is good.</param>
/// <param name="Events">In an extract: events that are shown in clear.</param>
public sealed record AuditVerdict(long Rows, int Checkpoints, long? BadRow = null, string? Fault = null, long Events = 0)
{
    /// <summary>Whether everything is as it was written.</summary>
    public bool IsGood => Fault is null;

    /// <summary>In one sentence.</summary>
    public override string ToString() => (Fault, BadRow) switch
    {
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"The audit trail is good: {Rows:N0} rows, {Checkpoints:N0} checkpoints."),
        (_, { } row) => string.Create(CultureInfo.InvariantCulture, $"The audit trail is broken. First bad row: {row} ({Fault})."),
        _ => $"The audit trail is broken: {Fault}.",
    };
}
