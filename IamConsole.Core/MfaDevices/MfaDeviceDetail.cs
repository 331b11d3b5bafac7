namespace IamConsole.Core.MfaDevices;

/// <summary>Everything that is known of one device; never its seed.</summary>
/// <param name="Device">As in lists.</param>
/// <param name="DisabledAt">When guessing disabled it, or null.</param>
/// <param name="SuspendedAt">Since when an administrator has its codes refused, or null.</param>
/// <param name="Code">What is known of its codes; null for security keys.</param>
/// <param name="Key">What is known of a security key; null for other kinds.</param>
public sealed record MfaDeviceDetail(
    MfaDeviceView Device, DateTimeOffset? DisabledAt, DateTimeOffset? SuspendedAt, CodeDeviceFacts? Code, KeyDeviceFacts? Key)
{
    internal static MfaDeviceDetail Of(MfaDevice device, KeyDeviceFacts? key) => new(
        MfaDeviceView.Of(device), device.DisabledAt, device.SuspendedAt,
        device.IsTotp ? new CodeDeviceFacts(device.Profile, device.DriftSteps, device.FailedChecks) : null, key);
}
