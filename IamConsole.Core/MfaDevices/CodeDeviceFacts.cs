using IamConsole.Core.Totp;

namespace IamConsole.Core.MfaDevices;

/// <summary>What is known of a device that answers with codes.</summary>
/// <param name="Profile">The parameters of its codes.</param>
/// <param name="DriftSteps">Its clock minus ours, in steps.</param>
/// <param name="FailedChecks">Wrong codes in a row.</param>
public sealed record CodeDeviceFacts(TotpProfile Profile, int DriftSteps, int FailedChecks);
