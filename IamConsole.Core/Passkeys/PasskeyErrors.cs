namespace IamConsole.Core.Passkeys;

/// <summary>Every refusal of this slice; those of an answer itself are in <see cref="WebAuthn.WebAuthnErrors"/>.</summary>
public static class PasskeyErrors
{
    /// <summary>The credential is this user's already.</summary>
    public static readonly Error AlreadyRegistered = new(
        "EntityAlreadyExists", "This passkey or security key is already registered for this user.");

    /// <summary>The credential is another user's, who is not named: an authenticator makes a new one for each user.</summary>
    public static readonly Error OfAnotherUser = new(
        "EntityAlreadyExists", "The key answered with a passkey that another user has registered. Try again, or use another key.");

    /// <summary>No ceremony waits for this answer: it ended, timed out, was answered, or never began.</summary>
    public static readonly Error TooLate = new("webauthn.too-late", "The answer came too late or a second time. Try again.");

    /// <summary>A browser is told of its own user's passkeys, never of another's.</summary>
    public static readonly Error OnlyOneself = new("InvalidInput", "Only the user who is signed in can tell the browser of passkeys.");

    /// <summary>WebAuthn Level 3, 7.2 step 22: the counter did not rise.</summary>
    public static readonly Error CounterFell = new(
        "webauthn.counter", "The signature counter of this key did not rise, so there may be a copy of it. Ask your administrator to replace the key.")
    {
        IsWrongProof = true,
    };
}
