using System.Text.Json;

namespace IamConsole.Core.WebAuthn;

/// <summary>A browser's answer to <c>navigator.credentials.create</c> (RegistrationResponseJSON), not verified.</summary>
/// <param name="Id">The credential id as the browser names it.</param>
/// <param name="ClientDataJson">See <see cref="CollectedClientData"/>.</param>
/// <param name="AttestationObject">See <see cref="WebAuthn.AttestationObject"/>.</param>
/// <param name="Transports">How the browser reaches the authenticator: at most eight short words.</param>
public sealed record RegistrationResponse(
    ReadOnlyMemory<byte> Id, ReadOnlyMemory<byte> ClientDataJson, ReadOnlyMemory<byte> AttestationObject, IReadOnlyList<string> Transports)
{
    private const int MostTransports = 8, LongestTransport = 16;

    /// <summary>Reads the JSON; unknown members are ignored.</summary>
    public static Result<RegistrationResponse> Read(string? json) => ResponseJson.Read(json, (response, id) =>
        ResponseJson.Bytes(response, "clientDataJSON") is { } client && ResponseJson.Bytes(response, "attestationObject") is { } attestation
            ? new RegistrationResponse(id, client, attestation, ReadTransports(response))
            : null);

    // The browser's word only, shown and given back to it: words that are none are left out.
    private static List<string> ReadTransports(JsonElement response)
    {
        if (!response.TryGetProperty("transports", out var transports) || transports.ValueKind is not JsonValueKind.Array) return [];
        return [.. transports.EnumerateArray().Where(t => t.ValueKind is JsonValueKind.String).Select(t => t.GetString()!)
            .Where(t => t.Length is > 0 and <= LongestTransport && t.All(c => char.IsAsciiLetterLower(c) || c == '-'))
            .Distinct().Take(MostTransports)];
    }
}
