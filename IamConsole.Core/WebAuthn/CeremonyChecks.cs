using System.Security.Cryptography;

namespace IamConsole.Core.WebAuthn;

/// <summary>What registration (7.1) and authentication (7.2) check alike; steps of 7.1 first, then of 7.2.</summary>
internal static class CeremonyChecks
{
    public static Error? Refuse(CollectedClientData client, string type, CeremonyTerms terms)
    {
        // 7, 10: the kind of ceremony.
        if (client.Type != type) return WebAuthnErrors.WrongType;

        // 8, 11: the challenge, in constant time.
        if (!CryptographicOperations.FixedTimeEquals(client.Challenge.Span, terms.Challenge.Span)) return WebAuthnErrors.WrongChallenge;

        // 9, 12: the origin.
        if (!terms.RelyingParty.IsOwnOrigin(client.Origin)) return WebAuthnErrors.WrongOrigin;

        // 10 and 11, 13 and 14: the console is never shown inside another page (its CSP forbids it), so neither is a ceremony.
        if (client.CrossOrigin || (client.TopOrigin is { } top && !terms.RelyingParty.IsOwnOrigin(top))) return WebAuthnErrors.CrossOrigin;

        // Level 2, 10 and 14: no connection of ours has token binding.
        return client.TokenBinding is null or "supported" or "not-supported" ? null : WebAuthnErrors.TokenBinding;
    }

    public static Error? Refuse(AuthenticatorData data, CeremonyTerms terms)
    {
        // 14, 15: the RP ID.
        if (!CryptographicOperations.FixedTimeEquals(data.RpIdHash.Span, terms.RelyingParty.IdHash.Span)) return WebAuthnErrors.WrongRelyingParty;

        // 15, 16: user presence.
        if (!data.Flags.HasFlag(AuthenticatorFlags.UserPresent)) return WebAuthnErrors.NoUserPresence;

        // 16, 17: user verification.
        if (terms.RequiresUserVerification && !data.Flags.HasFlag(AuthenticatorFlags.UserVerified)) return WebAuthnErrors.NoUserVerification;

        // 17, 18: BS only with BE.
        return data.Flags.HasFlag(AuthenticatorFlags.BackedUp) && !data.Flags.HasFlag(AuthenticatorFlags.BackupEligible)
            ? WebAuthnErrors.BackedUpButNotEligible : null;
    }
}
