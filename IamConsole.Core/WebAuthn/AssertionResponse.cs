namespace IamConsole.Core.WebAuthn;

/// <summary>A browser's answer to <c>navigator.credentials.get</c> (AuthenticationResponseJSON), not verified.</summary>
/// <param name="Id">The credential that answered.</param>
/// <param name="ClientDataJson">See <see cref="CollectedClientData"/>.</param>
/// <param name="AuthenticatorData">See <see cref="WebAuthn.AuthenticatorData"/>.</param>
/// <param name="Signature">Over authenticator data and the SHA-256 hash of the client data.</param>
/// <param name="UserHandle">The user whom the authenticator knows; U2F keys know none.</param>
public sealed record AssertionResponse(
    ReadOnlyMemory<byte> Id, ReadOnlyMemory<byte> ClientDataJson, ReadOnlyMemory<byte> AuthenticatorData,
    ReadOnlyMemory<byte> Signature, ReadOnlyMemory<byte>? UserHandle)
{
    /// <summary>Reads the JSON; unknown members are ignored.</summary>
    public static Result<AssertionResponse> Read(string? json) => ResponseJson.Read(json, (response, id) =>
        ResponseJson.Bytes(response, "clientDataJSON") is { } client && ResponseJson.Bytes(response, "authenticatorData") is { } data
        && ResponseJson.Bytes(response, "signature") is { } signature
            ? new AssertionResponse(
                id, client, data, signature, ResponseJson.Bytes(response, "userHandle") is { Length: > 0 } handle ? (ReadOnlyMemory<byte>?)handle : null)
            : null);
}
