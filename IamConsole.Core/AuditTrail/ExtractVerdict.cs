namespace IamConsole.Core.AuditTrail;

/// <summary>What an extract shows.</summary>
/// <param name="Events">Events in clear.</param>
/// <param name="SignedAt">When the checkpoint behind them was signed; null when it proves nothing.</param>
public sealed record ExtractVerdict(long Events, DateTimeOffset? SignedAt = null);
