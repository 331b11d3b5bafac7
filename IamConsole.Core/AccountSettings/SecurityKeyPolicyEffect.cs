using IamConsole.Core.Accounts;

namespace IamConsole.Core.AccountSettings;

/// <summary>A policy for security keys and which of the registered ones do not meet it. They go on signing in.</summary>
/// <param name="Policy">The policy that was measured.</param>
/// <param name="Keys">Registered passkeys and security keys of the account.</param>
/// <param name="Users">Their users, root included.</param>
/// <param name="UnfitKeys">Keys that could not be registered today.</param>
/// <param name="UsersWithUnfitKeys">Their users.</param>
/// <param name="First">The first of those keys, by user, at most twenty.</param>
/// <param name="GroupNames">The account's groups, for a rule of their own.</param>
public sealed record SecurityKeyPolicyEffect(
    SecurityKeyPolicy Policy, int Keys, int Users, int UnfitKeys, int UsersWithUnfitKeys, IReadOnlyList<UnfitKey> First,
    IReadOnlyList<string> GroupNames);
