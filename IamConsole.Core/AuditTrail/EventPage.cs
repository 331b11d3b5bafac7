namespace IamConsole.Core.AuditTrail;

/// <summary>A page of events, newest first.</summary>
/// <param name="Rows">The events.</param>
/// <param name="Count">How many fit the filter, counted up to <see cref="CountedUpTo"/>.</param>
/// <param name="NextBefore">The sequence before which the next page begins; null on the last page.</param>
public sealed record EventPage(IReadOnlyList<EventRow> Rows, int Count, long? NextBefore)
{
    /// <summary>Beyond this the answer is "and more": a total over a million rows would cost more than the page.</summary>
    public const int CountedUpTo = 1000;
}
