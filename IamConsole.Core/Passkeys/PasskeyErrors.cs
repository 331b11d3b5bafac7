namespace IamConsole.Core.Passkeys;

/// <summary>Every refusal of this slice.</summary>
public static class PasskeyErrors
{
    /// <summary>The credential id belongs to somebody, whoever it is.</summary>
    public static readonly Error AlreadyRegistered = new(
        "EntityAlreadyExists", "This passkey or security key is already registered for this user.");

    /// <summary>The answer did not verify, came too late, or came twice.</summary>
    public static readonly Error NotConfirmed = new(
        "InvalidAssertion", "The passkey or security key could not be confirmed. Try again.");
}
