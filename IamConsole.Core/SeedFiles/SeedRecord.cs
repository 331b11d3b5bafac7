using IamConsole.Core.Totp;

namespace IamConsole.Core.SeedFiles;

/// <summary>A good row of a seed file: a TOTP token.</summary>
/// <param name="Serial">Serial number as written.</param>
/// <param name="Secret">The seed: 16 to 128 bytes.</param>
/// <param name="Profile">Parameters of its codes.</param>
/// <param name="Vendor">The maker, or null.</param>
/// <param name="Model">The model, or null.</param>
/// <param name="Form">Its form as written (OTP token, display card), or null.</param>
/// <param name="Partition">The partition, where the file says one.</param>
/// <param name="ExpiresOn">The last day it works, or null.</param>
/// <param name="DriftSteps">
/// The token's clock minus ours, in steps: TimeDrift of PSKC. Tokens that count from 2000 instead of 1970 (eToken PASS) have
/// those thirty years here, negative.
/// </param>
public sealed record SeedRecord(
    string Serial, TotpSecret Secret, TotpProfile Profile, string? Vendor, string? Model, string? Form,
    string? Partition, DateOnly? ExpiresOn, int DriftSteps);
