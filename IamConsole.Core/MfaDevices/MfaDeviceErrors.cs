using System.Globalization;

namespace IamConsole.Core.MfaDevices;

/// <summary>Every refusal of this slice, in the original's words where it has them.</summary>
public static class MfaDeviceErrors
{
    /// <summary>Field of the device name.</summary>
    public const string NameField = "DeviceName";

    /// <summary>Field of the serial number.</summary>
    public const string SerialField = "SerialNumber";

    /// <summary>Field of the first code.</summary>
    public const string Code1Field = "Code1";

    /// <summary>Field of the second code.</summary>
    public const string Code2Field = "Code2";

    /// <summary>The name has a wrong form.</summary>
    public static readonly Error InvalidName = new(
        "ValidationError", "Use 1 to 128 letters, digits and the characters + = , . @ - _", NameField);

    /// <summary>No kind of device was chosen.</summary>
    public static readonly Error NoKind = new("ValidationError", "Select a kind of device.");

    /// <summary>The name is taken in this account.</summary>
    public static readonly Error NameTaken = new(
        "EntityAlreadyExists", "An MFA device of this name already exists in this account.", NameField);

    /// <summary>A ninth device.</summary>
    public static readonly Error LimitExceeded = new(
        "LimitExceeded", "Cannot exceed quota for MFADevicesPerUser: 8. Remove a device first.");

    /// <summary>Wrong, equal, reversed, not adjacent or used codes.</summary>
    public static readonly Error InvalidCodes = new(
        "InvalidAuthenticationCode",
        "Authentication code for device is not valid. Wait for a new code and enter two codes that follow each other.")
    {
        IsWrongProof = true,
    };

    /// <summary>The first code has a wrong form.</summary>
    public static readonly Error Code1NotSixDigits = new("ValidationError", "Enter exactly 6 digits.", Code1Field);

    /// <summary>The second code has a wrong form.</summary>
    public static readonly Error Code2NotSixDigits = new("ValidationError", "Enter exactly 6 digits.", Code2Field);

    /// <summary>The same code twice.</summary>
    public static readonly Error SameCodeTwice = new(
        "InvalidAuthenticationCode", "This code must differ from code 1. Wait for the next one.", Code2Field);

    /// <summary>The first code was right, but its successor has passed by.</summary>
    public static readonly Error Code1TooOld = new(
        "InvalidAuthenticationCode", "This code is too old. Enter a new code, then the one that follows it.", Code1Field)
    {
        IsWrongProof = true,
    };

    /// <summary>The wizard took too long; nothing was stored.</summary>
    public static readonly Error EnrolmentExpired = new(
        "EnrolmentExpired", "This assignment has expired after 10 minutes. Start again; nothing was stored.");

    /// <summary>Not a device of this user.</summary>
    public static readonly Error NoSuchDevice = new("NoSuchEntity", "MFA Device invalid for user.");

    /// <summary>Security keys are never out of sync.</summary>
    public static readonly Error NotTotp = new("InvalidInput", "A passkey or security key has no clock to synchronize.");

    /// <summary>The device was disabled by guessing.</summary>
    public static readonly Error Disabled = new(
        "DeviceDisabled", "This device was disabled after too many wrong codes. Remove it and assign it again.");

    /// <summary>An administrator suspended the hardware token.</summary>
    public static readonly Error Suspended = new(
        "DeviceSuspended", "This hardware token is suspended. An administrator can resume it on the token's page.");

    /// <summary>GovCloud's root.</summary>
    public static readonly Error RootHasNoDevices = new(
        "InvalidInput", "In the aws-us-gov partition the root user has no MFA devices.");

    /// <summary>The account's MFA policy does not allow this kind.</summary>
    public static readonly Error KindNotAllowed = new(
        "InvalidInput", "The MFA policy of this account does not allow this kind of device. Select another one.");

    /// <summary>Inside a sign-in one device is assigned; for others one signs in first.</summary>
    public static readonly Error OneInsideSignIn = new(
        "InvalidInput", "A device is assigned already. Continue to the console to assign another one.");

    /// <summary>One's own last device, where MFA is required.</summary>
    public static readonly Error LastRequired = new(
        "DeleteConflict", "MFA is required for you, and this is your last device that counts. Assign another one first.");

    /// <summary>The device's budget of checks is used up.</summary>
    public static Error TooManyChecks(DateTimeOffset until) => new(
        "Throttling",
        string.Create(CultureInfo.InvariantCulture, $"Too many codes were tried for this device. Try again after {until:HH:mm:ss} UTC."));
}
