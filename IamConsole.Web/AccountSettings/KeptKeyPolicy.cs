using IamConsole.Core.Accounts;
using IamConsole.Web.Sessions;

namespace IamConsole.Web.AccountSettings;

/// <summary>The form of the policy for security keys as it was left.</summary>
/// <param name="Policy">What it amounts to.</param>
/// <param name="Typed">Models that were typed and not added yet, by rule.</param>
/// <param name="Group">The group that was chosen and not added yet.</param>
public sealed record KeptKeyPolicy(SecurityKeyPolicy Policy, IReadOnlyList<string?> Typed, string? Group) : IKept;
