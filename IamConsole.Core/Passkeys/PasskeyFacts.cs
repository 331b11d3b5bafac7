using Microsoft.AspNetCore.Identity;

namespace IamConsole.Core.Passkeys;

/// <summary>What the authenticator said of itself at registration; nothing of it is proven.</summary>
/// <param name="Passkey">The verified credential.</param>
/// <param name="Model">The model's name by AAGUID, where known.</param>
public sealed record PasskeyFacts(UserPasskeyInfo Passkey, string? Model);
