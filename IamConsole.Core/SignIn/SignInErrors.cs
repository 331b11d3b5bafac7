using IamConsole.Core.MfaDevices;

namespace IamConsole.Core.SignIn;

/// <summary>Every refusal of this slice.</summary>
public static class SignInErrors
{
    /// <summary>Field of the MFA code.</summary>
    public const string CodeField = "Code";

    /// <summary>Field of the password.</summary>
    public const string PasswordField = "Password";

    /// <summary>Field of a new password.</summary>
    public const string NewPasswordField = "NewPassword";

    /// <summary>One text for every cause: unknown account or name, wrong password, no console access, throttled.</summary>
    public static readonly Error AuthenticationFailed = new(
        "AuthenticationFailed", "Your authentication information is incorrect. Please try again.")
    { IsWrongProof = true };

    /// <summary>Too many people, or too many from one network, are signing in.</summary>
    public static readonly Error Busy = new(
        "Busy", "Too many people are signing in at this moment. Try again in a few seconds.");

    /// <summary>Expired, used, cancelled, of another browser, or overtaken by a change of the credentials.</summary>
    public static readonly Error PendingEnded = new("PendingEnded", "This sign-in has ended. Sign in again.");

    /// <summary>Wrong or used code; one neutral message.</summary>
    public static readonly Error WrongCode = new(
        "InvalidAuthenticationCode", "The MFA code is not valid. Wait for a new code and try again.", CodeField)
    { IsWrongProof = true };

    /// <summary>A hundred wrong codes in a row; waiting does not help.</summary>
    public static readonly Error DeviceDisabled = new(
        "DeviceDisabled",
        "This user's MFA device was disabled after too many wrong codes. It must be removed and assigned again by somebody else.");

    /// <summary>The only devices that could answer are suspended; waiting does not help.</summary>
    public static readonly Error DeviceSuspended = new(
        "DeviceSuspended", "This user's hardware token is suspended. An administrator can resume it.");

    /// <summary>The code has a wrong form; nothing was compared or counted.</summary>
    public static readonly Error CodeNotSixDigits = new("ValidationError", "Enter exactly 6 digits.", CodeField);

    /// <summary>Nothing to explain.</summary>
    public static readonly Error NoRefusedCode = new("NoSuchEntity", "No code of this user has been refused.");

    /// <summary>An administrator was quicker, or the token or the policy changed; the sign-in goes on without it.</summary>
    public static readonly Error TokenTakenBack = new(
        "TokenTakenBack", "This hardware token is no longer handed out to you. Go on without it.");

    /// <summary>The pair of codes did not synchronise any device.</summary>
    public static readonly Error ResyncFailed = MfaDeviceErrors.InvalidCodes;

    /// <summary>The key's answer did not verify.</summary>
    public static readonly Error KeyNotConfirmed = new(
        "InvalidAssertion", "Your passkey or security key could not be confirmed. Try again.")
    { IsWrongProof = true };

    /// <summary>The days of grace are over.</summary>
    public static readonly Error MfaRequired = new("MfaRequired", "You must register an MFA device to go on.");

    /// <summary>"Password expiration requires administrator reset".</summary>
    public static readonly Error PasswordExpired = new(
        "PasswordExpired", "Your password has expired. Ask an administrator of your account to set a new one.");

    /// <summary>A new password that is the old one.</summary>
    public static readonly Error SamePassword = new(
        "PasswordPolicyViolation", "The new password must differ from the old one.", NewPasswordField);

    /// <summary>Ten wrong codes after the right password.</summary>
    public static readonly Error PasswordCountsAsStolen = new(
        "PasswordStolen",
        "Too many wrong codes followed the right password. This sign-in has ended, and the password must be changed at the next one.");
}
