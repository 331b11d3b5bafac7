using IamConsole.Core.Totp;

namespace IamConsole.Core.HardwareTokens;

/// <summary>A good row of a seed file.</summary>
/// <param name="Row">Line of the file, from 1.</param>
/// <param name="Serial">Serial number as written.</param>
/// <param name="Secret">The seed.</param>
/// <param name="Profile">Parameters of its codes.</param>
/// <param name="Vendor">The maker, or null.</param>
/// <param name="Model">The model, or null.</param>
/// <param name="Partition">The partition, where the file says one.</param>
/// <param name="ExpiresOn">The last day it works, or null.</param>
public sealed record SeedRecord(
    int Row, string Serial, TotpSecret Secret, TotpProfile Profile, string? Vendor, string? Model, string? Partition, DateOnly? ExpiresOn);
