using IamConsole.Core.MfaDevices;

namespace IamConsole.Web.MfaDevices;

/// <summary>The kinds as the screen names them.</summary>
public static class DeviceKindText
{
    /// <summary>The label of a kind.</summary>
    public static string Label(MfaDeviceKind kind) => kind switch
    {
        MfaDeviceKind.SecurityKey => "Passkey or security key",
        MfaDeviceKind.Virtual => "Authenticator app",
        MfaDeviceKind.Hardware => "Hardware TOTP token",
    };
}
