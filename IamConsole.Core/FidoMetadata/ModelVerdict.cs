namespace IamConsole.Core.FidoMetadata;

/// <summary>Whether the account's policy lets keys of a model be registered.</summary>
/// <param name="Passes">It does.</param>
/// <param name="Reason">Why not, in a few words; null when it does.</param>
public sealed record ModelVerdict(bool Passes, string? Reason);
