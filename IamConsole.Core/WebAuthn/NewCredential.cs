namespace IamConsole.Core.WebAuthn;

/// <summary>A credential whose registration was verified, its attestation statement apart.</summary>
public sealed record NewCredential
{
    /// <summary>The credential id.</summary>
    public required ReadOnlyMemory<byte> Id { get; init; }

    /// <summary>The public key, a COSE_Key.</summary>
    public required ReadOnlyMemory<byte> PublicKey { get; init; }

    /// <summary>The model as the authenticator states it.</summary>
    public required Guid Aaguid { get; init; }

    /// <summary>The flags at registration.</summary>
    public required AuthenticatorFlags Flags { get; init; }

    /// <summary>The signature counter at registration.</summary>
    public required uint SignCount { get; init; }

    /// <summary>How the browser reaches it.</summary>
    public required IReadOnlyList<string> Transports { get; init; }

    /// <summary>The attestation object, to be verified and kept: later metadata can be held against it.</summary>
    public required ReadOnlyMemory<byte> AttestationObject { get; init; }

    /// <summary>The client data, kept for the same purpose.</summary>
    public required ReadOnlyMemory<byte> ClientDataJson { get; init; }
}
