namespace IamConsole.Core.WebAuthn;

/// <summary>The user to whom an authenticator binds a credential (WebAuthn Level 3, 5.4.3).</summary>
/// <param name="Handle">At most 64 bytes; says nothing of a person.</param>
/// <param name="Name">What the authenticator shows where it has several credentials.</param>
public sealed record UserEntity(ReadOnlyMemory<byte> Handle, string Name);
