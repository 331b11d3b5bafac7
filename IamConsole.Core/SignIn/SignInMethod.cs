using IamConsole.Core.MfaDevices;

namespace IamConsole.Core.SignIn;

/// <summary>A kind of device that the user can prove; any device of the kind does.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="DeviceNames">The names of the user's devices of that kind.</param>
public sealed record SignInMethod(MfaDeviceKind Kind, IReadOnlyList<string> DeviceNames);
