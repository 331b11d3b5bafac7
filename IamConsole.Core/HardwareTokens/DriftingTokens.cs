namespace IamConsole.Core.HardwareTokens;

/// <summary>The tokens that leave soon.</summary>
/// <param name="Rows">The next to leave first, at most <see cref="ListDriftingTokens.Most"/>.</param>
/// <param name="HasMore">Whether there are others.</param>
public sealed record DriftingTokens(IReadOnlyList<DriftingToken> Rows, bool HasMore);
