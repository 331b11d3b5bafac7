namespace IamConsole.Core.Notices;

/// <summary>What came of an attempt.</summary>
/// <param name="Failure">Why the mail was not taken, or null when it was.</param>
/// <param name="IsFinal">Trying again is pointless: the server refuses this recipient or mail for good.</param>
public sealed record MailOutcome(string? Failure, bool IsFinal = false)
{
    /// <summary>A server took it.</summary>
    public static MailOutcome Sent { get; } = new((string?)null);
}
