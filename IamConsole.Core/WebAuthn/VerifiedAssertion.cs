namespace IamConsole.Core.WebAuthn;

/// <summary>What a verified assertion says.</summary>
/// <param name="Flags">The flags now.</param>
/// <param name="SignCount">The counter now; what a counter that did not rise means, the account's policy says.</param>
public sealed record VerifiedAssertion(AuthenticatorFlags Flags, uint SignCount);
