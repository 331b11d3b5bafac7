namespace IamConsole.Core.WebAuthn;

/// <summary>Names a credential to the browser (WebAuthn Level 3, 5.8.3).</summary>
/// <param name="Id">The credential id.</param>
/// <param name="Transports">How it was reached at registration; empty where unknown.</param>
public sealed record CredentialDescriptor(ReadOnlyMemory<byte> Id, IReadOnlyList<string> Transports);
