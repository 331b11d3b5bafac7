using System.Globalization;

namespace IamConsole.Core.AuditTrail;

/// <summary>Checkpoints that ought to be in the file, in words.</summary>
internal static class CheckpointGaps
{
    /// <summary>Of the database, which remembers for which row one was signed; null when the file reaches as far.</summary>
    public static string? Of(AuditChainHead head, CheckpointHistory history)
    {
        if (head.SignedUpTo <= (history.Last?.Sequence ?? 0)) return null;
        var last = history.Last is { } checkpoint
            ? string.Create(CultureInfo.InvariantCulture, $"the last one here is of row {checkpoint.Sequence}") : "here is none";
        return string.Create(CultureInfo.InvariantCulture,
            $"Checkpoints are missing: one was signed for row {head.SignedUpTo}, and {last}. The file was cut or came back from an older day, or another server with this database signed it. Use --checkpoints with the copy that is kept elsewhere.");
    }

    /// <summary>Of a copy kept elsewhere; null when it has none that the file has not.</summary>
    public static string? OfCopy(int missing) => missing == 0 ? null : string.Create(CultureInfo.InvariantCulture,
        $"The copy has {missing:N0} checkpoints that are not in this server's file: the file was cut, or came back from an older day.");
}
