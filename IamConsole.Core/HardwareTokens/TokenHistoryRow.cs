using IamConsole.Core.TokenStock;

namespace IamConsole.Core.HardwareTokens;

/// <summary>A line of a token's history.</summary>
/// <param name="Id">Rises with time.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="UserName">Whom it concerns, or null.</param>
public sealed record TokenHistoryRow(long Id, DateTimeOffset At, TokenEventKind Kind, string Actor, string? UserName);
