namespace IamConsole.Core.Passkeys;

/// <summary>A registered key that something speaks against.</summary>
/// <param name="DeviceId">The device.</param>
/// <param name="DeviceName">Its name.</param>
/// <param name="UserName">Who has it.</param>
/// <param name="IsRoot">Whether that is root.</param>
/// <param name="Model">The proven model's name, or null.</param>
/// <param name="ModelStatus">What the FIDO metadata report of the model, e.g. <c>REVOKED</c>, or null.</param>
/// <param name="CloneSuspectedAt">When its signature counter first did not rise, or null.</param>
public sealed record DoubtfulKey(
    string DeviceId, string DeviceName, string UserName, bool IsRoot, string? Model, string? ModelStatus, DateTimeOffset? CloneSuspectedAt);
