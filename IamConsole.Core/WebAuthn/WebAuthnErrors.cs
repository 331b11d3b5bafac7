namespace IamConsole.Core.WebAuthn;

/// <summary>
/// Every way in which an answer of browser and authenticator is refused. The codes are for the audit trail and for staff; the
/// person at the key reads one sentence of the ceremony that failed.
/// </summary>
public static class WebAuthnErrors
{
    /// <summary>The answer is no JSON of the kind that WebAuthn Level 3, 5.1 defines.</summary>
    public static readonly Error MalformedResponse = new("webauthn.response", "The answer is not in the form that WebAuthn defines.");

    /// <summary>A part of the answer is larger than any authenticator's.</summary>
    public static readonly Error TooLong = new("webauthn.length", "The answer is too long.");

    /// <summary>CBOR that is not well-formed, not in shortest form, with indefinite lengths, tags or too many levels.</summary>
    public static readonly Error MalformedCbor = new("webauthn.cbor", "The answer holds CBOR that is not well-formed.");

    /// <summary>Bytes follow where the structure ends.</summary>
    public static readonly Error TrailingBytes = new("webauthn.trailing-bytes", "The answer is longer than what it says it holds.");

    /// <summary>No map with exactly fmt, attStmt and authData.</summary>
    public static readonly Error MalformedAttestationObject = new("webauthn.attestation-object", "The attestation object is malformed.");

    /// <summary>The authenticator data end too early.</summary>
    public static readonly Error TruncatedAuthenticatorData = new("webauthn.authenticator-data", "The authenticator data are truncated.");

    /// <summary>The flag AT is missing in a registration.</summary>
    public static readonly Error NoCredential = new("webauthn.no-credential", "The authenticator data hold no credential.");

    /// <summary>7.1, step 25: credential ids have 1 to 1,023 bytes.</summary>
    public static readonly Error CredentialIdLength = new("webauthn.credential-id-length", "The credential id is empty or longer than 1,023 bytes.");

    /// <summary>The identifiers of the answer name different credentials.</summary>
    public static readonly Error CredentialIdMismatch = new("webauthn.credential-id", "The answer names two different credentials.");

    /// <summary>A COSE key with members missing, of another type or length, or not in canonical form.</summary>
    public static readonly Error MalformedKey = new("webauthn.key", "The public key is malformed.");

    /// <summary>The key type is not that of the algorithm.</summary>
    public static readonly Error KeyTypeDoesNotFit = new("webauthn.key-type", "The public key is of another type than its algorithm.");

    /// <summary>The curve is not the one that WebAuthn binds to the algorithm (5.8.5).</summary>
    public static readonly Error WrongCurve = new("webauthn.curve", "The public key is on another curve than its algorithm needs.");

    /// <summary>The point is not on its curve.</summary>
    public static readonly Error InvalidKey = new("webauthn.invalid-key", "The public key is not a valid key.");

    /// <summary>An algorithm that we do not know.</summary>
    public static readonly Error UnknownAlgorithm = new("webauthn.unknown-algorithm", "The public key is for an unknown algorithm.");

    /// <summary>7.1, step 20: an algorithm that was not offered.</summary>
    public static readonly Error AlgorithmNotOffered = new("webauthn.algorithm", "The public key is for an algorithm that was not offered.");

    /// <summary>The client data are no JSON object with the members of 5.8.1.</summary>
    public static readonly Error MalformedClientData = new("webauthn.client-data", "The client data are malformed.");

    /// <summary>The client data are of the other ceremony.</summary>
    public static readonly Error WrongType = new("webauthn.type", "The answer belongs to another kind of ceremony.");

    /// <summary>Not the challenge of this ceremony.</summary>
    public static readonly Error WrongChallenge = new("webauthn.challenge", "The answer is to another challenge.");

    /// <summary>Not an origin of ours.</summary>
    public static readonly Error WrongOrigin = new("webauthn.origin", "The answer was given to another site.");

    /// <summary>The ceremony ran in a frame inside another site's page.</summary>
    public static readonly Error CrossOrigin = new("webauthn.cross-origin", "The answer was given inside another site's page.");

    /// <summary>The browser says that the connection has token binding, which it does not have (Level 2, 7.1 step 10).</summary>
    public static readonly Error TokenBinding = new("webauthn.token-binding", "The answer was given over another connection.");

    /// <summary>The authenticator signed for another RP ID.</summary>
    public static readonly Error WrongRelyingParty = new("webauthn.rp-id", "The authenticator answered for another site.");

    /// <summary>The flag UP is missing.</summary>
    public static readonly Error NoUserPresence = new("webauthn.user-presence", "Nobody touched the authenticator.");

    /// <summary>The flag UV is missing where it is required.</summary>
    public static readonly Error NoUserVerification = new("webauthn.user-verification", "The authenticator did not verify its user.");

    /// <summary>BS without BE.</summary>
    public static readonly Error BackedUpButNotEligible = new("webauthn.backup-state", "The authenticator says the credential is synced and cannot be.");

    /// <summary>BE differs from registration.</summary>
    public static readonly Error BackupEligibilityChanged = new("webauthn.backup-eligibility", "The authenticator changed whether the credential can be synced.");

    /// <summary>Not a credential that this user was asked for.</summary>
    public static readonly Error UnknownCredential = new("webauthn.unknown-credential", "The answer is of a credential that was not asked for.");

    /// <summary>The user handle is another user's.</summary>
    public static readonly Error WrongUserHandle = new("webauthn.user-handle", "The answer is for another user.");

    /// <summary>The signature does not verify with the stored key.</summary>
    public static readonly Error WrongSignature = new("webauthn.signature", "The signature of the authenticator does not verify.");
}
