namespace IamConsole.Core.Passkeys;

/// <summary>What became of a key's answer.</summary>
/// <param name="DeviceId">The device that answered, where it is one of this user's.</param>
/// <param name="Refusal">Why it is refused, or null.</param>
/// <param name="CounterFell">Whether the signature counter did not rise: there may be a copy of the key.</param>
internal sealed record KeyUse(string? DeviceId, Error? Refusal, bool CounterFell = false);
