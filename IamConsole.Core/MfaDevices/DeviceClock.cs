using IamConsole.Core.TokenStock;

namespace IamConsole.Core.MfaDevices;

/// <summary>What an accepted code says of a device's clock.</summary>
internal static class DeviceClock
{
    /// <summary>Null where the device is no hardware token: phones keep their clocks right, and no stock remembers them.</summary>
    public static MeasuredClock? Measured(this MfaDevice device, ClockReading reading, int? newDrift) =>
        device.HardwareTokenId is { } token
            ? new(token, device.AccountId, device.PeriodSeconds, newDrift ?? device.DriftSteps, newDrift is not null, reading) : null;
}
