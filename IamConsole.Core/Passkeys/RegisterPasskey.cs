using System.Security.Cryptography;
using IamConsole.Core.Accounts;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Passkeys;

/// <summary>Step 2 for a passkey or security key: key material and device in one transaction.</summary>
public sealed class RegisterPasskey(Gate gate, TimeProvider clock)
{
    // The original's suffix: 26 upper-case Base32 characters.
    private const string SuffixAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Stores a credential whose registration was verified for this enrolment.</summary>
    public async Task<Result<MfaDeviceView>> RunAsync(
        Caller caller, DeviceEnrolment enrolment, PasskeyFacts facts, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (enrolment.Kind is not MfaDeviceKind.SecurityKey || enrolment.IsExpired(now)) return MfaDeviceErrors.EnrolmentExpired;
        await using var operation = await gate.BeginAsync(
            caller, IamAction.EnableMfaDevice, enrolment.UserId, ct, proofWasFresh: true,
            facts: KeyRegistrationPhase.Activate(facts.Key.ProvenCertifications));
        if (operation.Refusal is { } refusal) return KeyPolicyErrors.NotActivated(refusal, facts.Key);
        if (operation.Account.Id != enrolment.AccountId) return MfaDeviceErrors.EnrolmentExpired;
        var credential = facts.Credential;
        var credentialId = credential.Id.ToArray();

        // WebAuthn Level 3, 7.1 step 26: not registered to anyone. The primary key says so even to parallel requests.
        if (await FindHolderAsync(operation, enrolment, credentialId, ct) is { } taken)
            return await operation.RefuseAsync("EnableMFADevice", taken, details: new { deviceName = enrolment.Name });
        if (await KeyAdmission.RefuseAsync(operation, enrolment, facts.Key, ct) is { } notAllowed) return notAllowed;
        operation.Db.UserPasskeys.Add(Row(enrolment.UserId, facts, now));
        var target = operation.Target;
        var device = new MfaDevice
        {
            Id = enrolment.DeviceId,
            AccountId = enrolment.AccountId,
            UserId = enrolment.UserId,
            Kind = MfaDeviceKind.SecurityKey,
            Name = enrolment.Name,
            NormalizedName = MfaDeviceName.Normalize(enrolment.Name),
            Identifier = Arn.SecurityKey(
                operation.Account, target.IsRoot ? null : target.Name, enrolment.Name,
                RandomNumberGenerator.GetString(SuffixAlphabet, 26)),
            CreatedAt = now,
            CredentialId = credentialId,
            Model = facts.Model,
            Aaguid = credential.Aaguid == Guid.Empty ? null : credential.Aaguid,
            MetadataKey = facts.MetadataKey,
            AttestationFormat = facts.AttestationFormat,
            AttestationType = facts.AttestationType,
            IsModelProven = facts.IsModelProven,
            Certifications = facts.CertificationsJson,
            ModelStatus = facts.ModelStatus,
            Transports = credential.Transports.Count > 0 ? string.Join(", ", credential.Transports) : null,
            IsBackupEligible = facts.IsBackupEligible,
            IsSynced = facts.IsBackedUp,
            WasUserVerified = facts.IsUserVerified,
        };
        var added = await DeviceChange.AddAsync(operation, device, enrolment, ct);

        // Both the name and the credential are unique: another request may have been quicker with either.
        return added.Error == MfaDeviceErrors.NameTaken && await FindHolderAsync(operation, enrolment, credentialId, ct) is { } quicker
            ? quicker : added;
    }

    private static async Task<Error?> FindHolderAsync(Operation operation, DeviceEnrolment enrolment, byte[] credentialId, CancellationToken ct)
    {
        var holder = await operation.Db.UserPasskeys.AsNoTracking()
            .Where(p => p.CredentialId == credentialId).Select(p => p.UserId).SingleOrDefaultAsync(ct);
        return holder is null ? null : holder == enrolment.UserId ? PasskeyErrors.AlreadyRegistered : PasskeyErrors.OfAnotherUser;
    }

    private static IdentityUserPasskey<string> Row(string userId, PasskeyFacts facts, DateTimeOffset now) => new()
    {
        UserId = userId,
        CredentialId = facts.Credential.Id.ToArray(),
        Data = new IdentityPasskeyData
        {
            PublicKey = facts.Credential.PublicKey.ToArray(),
            CreatedAt = now,
            Transports = [.. facts.Credential.Transports],
            SignCount = facts.Credential.SignCount,
            IsUserVerified = facts.IsUserVerified,
            IsBackupEligible = facts.IsBackupEligible,
            IsBackedUp = facts.IsBackedUp,
            AttestationObject = facts.Credential.AttestationObject.ToArray(),
            ClientDataJson = facts.Credential.ClientDataJson.ToArray(),
        },
    };
}
