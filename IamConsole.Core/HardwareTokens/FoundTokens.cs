namespace IamConsole.Core.HardwareTokens;

/// <summary>What a search by codes found.</summary>
/// <param name="Rows">Every token that shows these codes; by chance one in 24,000 million does, so more than one is rare but possible.</param>
/// <param name="Searched">Tokens whose codes were computed.</param>
/// <param name="Unreadable">Tokens whose seeds cannot be decrypted with this installation's keys.</param>
/// <param name="HasMore">Whether there are tokens beyond the limit, which were not searched.</param>
public sealed record FoundTokens(IReadOnlyList<TokenRow> Rows, int Searched, int Unreadable, bool HasMore);
