using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace IamConsole.Core.WebAuthn;

/// <summary>What the browser says of the ceremony (WebAuthn Level 3, 5.8.1); the authenticator signs its hash.</summary>
public sealed record CollectedClientData
{
    /// <summary>More bytes than any browser sends.</summary>
    public const int MaxLength = 16 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private CollectedClientData(string type, byte[] challenge, string origin) => (Type, Challenge, Origin) = (type, challenge, origin);

    /// <summary><c>webauthn.create</c> or <c>webauthn.get</c>.</summary>
    public string Type { get; }

    /// <summary>The challenge, decoded.</summary>
    public ReadOnlyMemory<byte> Challenge { get; }

    /// <summary>The origin that the browser saw.</summary>
    public string Origin { get; }

    /// <summary>Whether the page lay in a frame of another origin.</summary>
    public bool CrossOrigin { get; private init; }

    /// <summary>The origin of the outermost page, where it is another.</summary>
    public string? TopOrigin { get; private init; }

    /// <summary>Level 2's status of token binding: <c>present</c>, <c>supported</c> or null.</summary>
    public string? TokenBinding { get; private init; }

    /// <summary>Reads it: UTF-8 with or without a byte order mark, unknown members are ignored (5.8.1.2 allows more to come).</summary>
    public static Result<CollectedClientData> Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MaxLength) return WebAuthnErrors.TooLong;
        if (json.Span.StartsWith(Encoding.UTF8.Preamble)) json = json[Encoding.UTF8.Preamble.Length..];
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Read(document.RootElement) is { } data ? data : WebAuthnErrors.MalformedClientData;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            // No JSON, a member of another type, text that is no Unicode, a challenge that is no base64url.
            return WebAuthnErrors.MalformedClientData;
        }
    }

    private static CollectedClientData? Read(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object
            || Text(root, "type") is not { } type || Text(root, "challenge") is not { } challenge || Text(root, "origin") is not { } origin)
            return null;
        string? tokenBinding = null;
        if (root.TryGetProperty("tokenBinding", out var binding) && (tokenBinding = Text(binding, "status")) is null) return null;
        return new CollectedClientData(type, Base64Url.DecodeFromChars(challenge), origin)
        {
            CrossOrigin = root.TryGetProperty("crossOrigin", out var cross) && cross.GetBoolean(),
            TopOrigin = Text(root, "topOrigin"),
            TokenBinding = tokenBinding,
        };
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
