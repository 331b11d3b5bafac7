using System.Buffers.Text;
using System.Text.Json;

namespace IamConsole.Core.WebAuthn;

/// <summary>The JSON form of a credential (WebAuthn Level 3, 5.1: RegistrationResponseJSON, AuthenticationResponseJSON).</summary>
internal static class ResponseJson
{
    public const int MaxLength = 128 * 1024;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Reads the credential; whatever is wrong with its form is one refusal.</summary>
    public static Result<T> Read<T>(string? json, Func<JsonElement, byte[], T?> read)
        where T : class
    {
        if (json is null) return WebAuthnErrors.MalformedResponse;
        if (json.Length > MaxLength) return WebAuthnErrors.TooLong;
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var root = document.RootElement;
            var (id, rawId) = (Bytes(root, "id"), Bytes(root, "rawId"));
            if (id is null || rawId is null || root.GetProperty("type").GetString() != "public-key") return WebAuthnErrors.MalformedResponse;
            if (!id.AsSpan().SequenceEqual(rawId)) return WebAuthnErrors.CredentialIdMismatch;
            return read(root.GetProperty("response"), rawId) is { } response ? response : WebAuthnErrors.MalformedResponse;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            // No JSON, half a character, a member missing or of another type, text that is no Unicode or no base64url.
            return WebAuthnErrors.MalformedResponse;
        }
    }

    /// <summary>A member in base64url; null where it is missing or null.</summary>
    public static byte[]? Bytes(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.GetString() is { } text ? Base64Url.DecodeFromChars(text) : null;
}
