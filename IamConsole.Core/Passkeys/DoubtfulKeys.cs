namespace IamConsole.Core.Passkeys;

/// <summary>Keys that something speaks against.</summary>
/// <param name="Rows">The first of them, by user.</param>
/// <param name="HasMore">Whether there are more.</param>
public sealed record DoubtfulKeys(IReadOnlyList<DoubtfulKey> Rows, bool HasMore);
