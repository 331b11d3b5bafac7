namespace IamConsole.Core.AccountSettings;

/// <summary>A registered key that could not be registered today.</summary>
/// <param name="UserName">Whose; null for root.</param>
/// <param name="DeviceId">The device.</param>
/// <param name="DeviceName">Its name.</param>
/// <param name="Reasons">What the policy has against it, a sentence each.</param>
public sealed record UnfitKey(string? UserName, string DeviceId, string DeviceName, IReadOnlyList<string> Reasons);
