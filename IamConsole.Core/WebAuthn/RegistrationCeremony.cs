namespace IamConsole.Core.WebAuthn;

/// <summary>Verifies the answer of a registration (WebAuthn Level 3, 7.1). The attestation statement has a slice of its own.</summary>
public static class RegistrationCeremony
{
    /// <summary>The credential, or what is wrong with the answer. Never throws, whatever the answer holds.</summary>
    /// <param name="response">Steps 1 to 4: what the browser gave.</param>
    /// <param name="terms">What the answer must fit.</param>
    /// <param name="offered">The algorithms offered to the browser.</param>
    public static Result<NewCredential> Verify(
        RegistrationResponse response, CeremonyTerms terms, IReadOnlyCollection<CoseAlgorithm> offered)
    {
        // 5 and 6: the client data.
        var client = CollectedClientData.Read(response.ClientDataJson);
        if (!client.Succeeded) return client.Error;

        // 7 to 11.
        if (CeremonyChecks.Refuse(client.Value, "webauthn.create", terms) is { } wrongClient) return wrongClient;

        // 12 (the hash) belongs to the statement. 13: the attestation object, and with it step 25, the length of the id.
        var attestation = AttestationObject.Read(response.AttestationObject);
        if (!attestation.Succeeded) return attestation.Error;
        var data = attestation.Value.AuthenticatorData;
        using var key = data.Credential!.PublicKey;

        // 14 to 19; what BE and BS mean here, the account's policy says.
        if (CeremonyChecks.Refuse(data, terms) is { } wrongData) return wrongData;

        // 20: an algorithm of those offered.
        if (!offered.Contains(key.Algorithm)) return WebAuthnErrors.AlgorithmNotOffered;

        // The browser's name for the credential and the authenticator's are one. No extension was asked for: outputs are ignored.
        if (!response.Id.Span.SequenceEqual(data.Credential.Id.Span)) return WebAuthnErrors.CredentialIdMismatch;
        return new NewCredential
        {
            Id = data.Credential.Id,
            PublicKey = key.Encoded,
            Aaguid = data.Credential.Aaguid,
            Flags = data.Flags,
            SignCount = data.SignCount,
            Transports = response.Transports,
            AttestationObject = response.AttestationObject,
            ClientDataJson = response.ClientDataJson,
        };
    }
}
