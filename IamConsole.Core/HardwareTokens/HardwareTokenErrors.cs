using IamConsole.Core.MfaDevices;

namespace IamConsole.Core.HardwareTokens;

/// <summary>Every refusal of this slice.</summary>
public static class HardwareTokenErrors
{
    /// <summary>Nothing was typed.</summary>
    public static readonly Error NoSerial = new("ValidationError", "Enter the serial number.", MfaDeviceErrors.SerialField);

    /// <summary>Unknown, of the other partition, or expired: the same words, so that nobody learns of the other stock.</summary>
    public static readonly Error NoSuchToken = new(
        "NoSuchEntity", "MFA Device with this serial number does not exist in this account's partition.", MfaDeviceErrors.SerialField);

    /// <summary>Somebody uses it; who, is not said.</summary>
    public static readonly Error InUse = new("EntityAlreadyExists", "MFA Device is already in use.", MfaDeviceErrors.SerialField);

    /// <summary>Its owner already has it.</summary>
    public static Error AlreadyHis(string userName) => new(
        "EntityAlreadyExists", $"MFA Device for user {userName} already exists.", MfaDeviceErrors.SerialField);

    /// <summary>For administrators, and only about users of their own account.</summary>
    public static Error InUseBy(string userName) => new(
        "EntityAlreadyExists", $"MFA Device is already in use. It is assigned to {userName}.", MfaDeviceErrors.SerialField);
}
