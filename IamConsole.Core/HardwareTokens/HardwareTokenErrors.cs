using System.Globalization;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.TokenStock;

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

    /// <summary>For administrators: it is lost or retired.</summary>
    public static Error OutOfService(TokenState state) => new(
        "InvalidInput",
        state is TokenState.Lost ? "This hardware token is reported lost. Mark it as found first." : "This hardware token is retired.",
        MfaDeviceErrors.SerialField);

    /// <summary>No token that this account can see.</summary>
    public static readonly Error NotInStock = new("NoSuchEntity", "There is no hardware token with this serial number in this account's stock.");

    /// <summary>Field of the user who gets a token.</summary>
    public const string UserField = "UserName";

    /// <summary>Nobody to hand it to.</summary>
    public static readonly Error NoSuchUser = new("NoSuchEntity", "There is no IAM user with this name in the account.", UserField);

    /// <summary>It is not in a state from which this can be done; somebody else may have been quicker.</summary>
    public static Error NotIn(TokenState state) => new(
        "InvalidInput", $"The token is {TokenStates.Name(state).ToLowerInvariant()} now, so this cannot be done with it.");

    /// <summary>Retiring what somebody uses would take his device without a word.</summary>
    public static readonly Error InUseStill = new("DeleteConflict", "Somebody has this token. Remove the device from its user first.");

    /// <summary>Who suspends his own token locks himself out.</summary>
    public static readonly Error NotOneself = new("InvalidInput", "This is your own token. Ask another administrator to suspend it.");

    /// <summary>Code 1 has a wrong form. Tokens show six or eight digits.</summary>
    public static readonly Error FirstCodeForm = new("ValidationError", "Enter the 6 or 8 digits that the token shows.", MfaDeviceErrors.Code1Field);

    /// <summary>Code 2 has a wrong form, or is of another length than code 1.</summary>
    public static readonly Error SecondCodeForm = new(
        "ValidationError", "Enter the 6 or 8 digits that the token shows next, as many as in code 1.", MfaDeviceErrors.Code2Field);

    /// <summary>The account's budget of searches is used up.</summary>
    public static Error TooManySearches(DateTimeOffset until) => new(
        "Throttling",
        string.Create(CultureInfo.InvariantCulture, $"Tokens of this account were searched by codes too often. Try again after {until:HH:mm} UTC."));

    /// <summary>For administrators, and only about users of their own account.</summary>
    public static Error InUseBy(string userName) => new(
        "EntityAlreadyExists", $"MFA Device is already in use. It is assigned to {userName}.", MfaDeviceErrors.SerialField);
}
