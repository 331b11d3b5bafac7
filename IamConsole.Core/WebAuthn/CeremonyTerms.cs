namespace IamConsole.Core.WebAuthn;

/// <summary>What an answer must fit, kept on the server since the ceremony began.</summary>
/// <param name="RelyingParty">For whom.</param>
/// <param name="Challenge">At least 16 random bytes (WebAuthn Level 3, 13.4.3), for this one answer.</param>
/// <param name="RequiresUserVerification">Whether the flag UV must be set.</param>
public sealed record CeremonyTerms(RelyingPartyIdentity RelyingParty, ReadOnlyMemory<byte> Challenge, bool RequiresUserVerification);
