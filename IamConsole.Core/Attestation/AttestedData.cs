using IamConsole.Core.WebAuthn;

namespace IamConsole.Core.Attestation;

/// <summary>The inputs that every verification procedure has besides its statement (WebAuthn Level 3, 6.5.4).</summary>
internal sealed class AttestedData(AuthenticatorData authenticatorData, ReadOnlyMemory<byte> clientDataHash)
{
    public AuthenticatorData AuthenticatorData => authenticatorData;

    public AttestedCredential Credential => authenticatorData.Credential!;

    public ReadOnlyMemory<byte> ClientDataHash => clientDataHash;

    /// <summary>authenticatorData || clientDataHash: what most formats sign.</summary>
    public byte[] Signed { get; } = [.. authenticatorData.Raw.Span, .. clientDataHash.Span];
}
