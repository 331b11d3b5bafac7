using IamConsole.Core.Totp;

namespace IamConsole.Core.SignIn;

/// <summary>A code device of the user whose code was refused.</summary>
/// <param name="Id">The device.</param>
/// <param name="Secret">Its seed.</param>
/// <param name="Profile">The parameters of its codes, as the console believes.</param>
/// <param name="DriftSteps">Its clock minus ours, in steps.</param>
/// <param name="LastAcceptedStep">The last step whose code was accepted.</param>
/// <param name="Standing">What it had to do with the code.</param>
public sealed record ExplainedDevice(
    string Id, TotpSecret Secret, TotpProfile Profile, int DriftSteps, long LastAcceptedStep, DeviceStanding Standing);
