using IamConsole.Core.Accounts;

namespace IamConsole.Core.Permissions;

/// <summary>What the gate is asked.</summary>
internal sealed record Question(
    IamAction Action, string? TargetUserId, Func<Account, string>? Resource, bool ProofWasFresh,
    IReadOnlyDictionary<string, string>? Facts, IReadOnlyDictionary<string, string>? OrFacts = null, string? EventName = null);
