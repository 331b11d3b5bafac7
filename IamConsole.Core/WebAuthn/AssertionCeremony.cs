using System.Security.Cryptography;

namespace IamConsole.Core.WebAuthn;

/// <summary>Verifies the answer of an authentication (WebAuthn Level 3, 7.2).</summary>
/// <param name="keys">Imported keys, so that who signs in again does not wait for the import.</param>
public sealed class AssertionCeremony(KnownKeys keys)
{
    private const int HashLength = 32;

    /// <summary>The longest authenticator data that are looked at: an assertion's have 37 bytes and extension outputs.</summary>
    private const int LongestData = 4096;

    /// <summary>What the authenticator said, or what is wrong with the answer. Never throws, whatever the answer holds.</summary>
    /// <param name="response">Steps 1 to 4: what the browser gave.</param>
    /// <param name="terms">What the answer must fit.</param>
    /// <param name="stored">The credential of the user who signs in: steps 5 and 6 were the search for it.</param>
    public Result<VerifiedAssertion> Verify(AssertionResponse response, CeremonyTerms terms, StoredCredential stored)
    {
        // 5 and 6: the credential that was asked for, of the user who was asked.
        if (!response.Id.Span.SequenceEqual(stored.Id.Span)) return WebAuthnErrors.UnknownCredential;
        if (response.UserHandle is { } handle && !handle.Span.SequenceEqual(stored.UserHandle.Span)) return WebAuthnErrors.WrongUserHandle;

        // 7 to 9: the client data; 10 to 14.
        var client = CollectedClientData.Read(response.ClientDataJson);
        if (!client.Succeeded) return client.Error;
        if (CeremonyChecks.Refuse(client.Value, "webauthn.get", terms) is { } wrongClient) return wrongClient;

        // 15 to 18.
        if (response.AuthenticatorData.Length > LongestData) return WebAuthnErrors.TooLong;
        var data = AuthenticatorData.Read(response.AuthenticatorData);
        if (!data.Succeeded) return data.Error;
        data.Value.Credential?.PublicKey.Dispose();
        if (CeremonyChecks.Refuse(data.Value, terms) is { } wrongData) return wrongData;

        // 19: BE is what it was.
        if (data.Value.Flags.HasFlag(AuthenticatorFlags.BackupEligible) != stored.IsBackupEligible) return WebAuthnErrors.BackupEligibilityChanged;

        // 20 and 21: the signature, over the authenticator data and the hash of the client data.
        return IsSigned(response, stored) ? new VerifiedAssertion(data.Value.Flags, data.Value.SignCount) : WebAuthnErrors.WrongSignature;
    }

    private bool IsSigned(AssertionResponse response, StoredCredential stored)
    {
        var key = keys.Take(stored.PublicKey);
        if (key is null) return false;
        var length = response.AuthenticatorData.Length;
        Span<byte> signed = stackalloc byte[length + HashLength];
        response.AuthenticatorData.Span.CopyTo(signed);
        SHA256.HashData(response.ClientDataJson.Span, signed[length..]);
        var isSigned = key.Verify(signed, response.Signature.Span);
        keys.Return(key);
        return isSigned;
    }
}
