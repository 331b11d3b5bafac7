namespace IamConsole.Core.Demo;

/// <summary>A device or token of the demonstration, with its secret: the one place that shows one.</summary>
/// <param name="Kind">"virtual" or "hardware".</param>
/// <param name="Name">The device's name; null for a token in stock.</param>
/// <param name="Identifier">ARN or serial number.</param>
/// <param name="Partition">The partition it serves.</param>
/// <param name="Secret">Base32.</param>
/// <param name="OtpAuthUri">What an authenticator app scans, to play the device.</param>
public sealed record DemoDevice(string Kind, string? Name, string Identifier, string Partition, string Secret, string OtpAuthUri);
