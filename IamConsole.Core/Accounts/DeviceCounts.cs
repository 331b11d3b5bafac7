namespace IamConsole.Core.Accounts;

/// <summary>Devices by kind.</summary>
public sealed record DeviceCounts(int SecurityKeys, int VirtualDevices, int HardwareTokens)
{
    /// <summary>All of them.</summary>
    public int Total => SecurityKeys + VirtualDevices + HardwareTokens;
}
