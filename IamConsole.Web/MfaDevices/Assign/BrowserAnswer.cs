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
        "unsupported" => "This browser cannot use passkeys or security keys. Try another browser.",
        "unsuitable" => "This key cannot do what is needed, such as asking for a PIN or fingerprint. Use another one.",
        "insecure" => "Browsers use keys only over HTTPS. Open the console at the address that its operator gave you.",
        "security" => "The browser refuses keys at this address. Open the console at the address that its operator gave you.",
        "too-large" => "The key's answer is too large for this console. Use another key.",
        "busy" => "Another request for a key is still open in this browser. Close it and try again.",
        "authenticator" => "The key reported a fault: it may be full, or was taken out too early. Insert it again and try again.",
        "cancelled" => "The request was cancelled or ran out of time.",
        _ => "The key could not be asked.",
    };
}
