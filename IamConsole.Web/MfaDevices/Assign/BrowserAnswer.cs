namespace IamConsole.Web.MfaDevices.Assign;

/// <summary>How a browser's dialog ended (passkeys.js).</summary>
/// <param name="Outcome">One of a few words.</param>
/// <param name="Credential">The answer as JSON, for "ok".</param>
public sealed record BrowserAnswer(string Outcome, string? Credential)
{
    /// <summary>A sentence for whoever has the key in hand.</summary>
    public static string Explain(string outcome) => outcome switch
    {
        "already-registered" => "This passkey or security key is already registered for this user. Use another one.",
        "timeout" => "No key answered in time.",
        "unsupported" => "This browser or key does not support what is needed. Try another browser or key.",
        "security" => "The browser refuses keys at this address. Open the console at the address that its operator gave you.",
        "cancelled" => "The request was cancelled.",
        _ => "The answer of the key could not be verified.",
    };
}
