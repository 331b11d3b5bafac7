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
            caller, IamAction.EnableMfaDevice, enrolment.UserId, ct, proofWasFresh: true);
        if (operation.Refusal is { } refusal) return refusal;
        if (operation.Account.Id != enrolment.AccountId) return MfaDeviceErrors.EnrolmentExpired;
        var passkey = facts.Passkey;

        // WebAuthn Level 3, 7.1 step 26: not registered to anyone. The primary key says so even to parallel requests.
        if (await operation.Db.UserPasskeys.AnyAsync(p => p.CredentialId == passkey.CredentialId, ct))
            return await operation.RefuseAsync(
                "EnableMFADevice", PasskeyErrors.AlreadyRegistered, ct, details: new { deviceName = enrolment.Name });
        operation.Db.UserPasskeys.Add(Row(enrolment.UserId, passkey, now));
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
            CredentialId = passkey.CredentialId,
            Model = facts.Model,
            Transports = passkey.Transports is { Length: > 0 } transports ? string.Join(", ", transports) : null,
            IsSynced = passkey.IsBackedUp,
        };
        var added = await DeviceChange.AddAsync(operation, device, enrolment, ct);

        // Both the name and the credential are unique: another request may have been quicker with either.
        return added.Error == MfaDeviceErrors.NameTaken
            && await operation.Db.UserPasskeys.AnyAsync(p => p.CredentialId == passkey.CredentialId, ct)
                ? PasskeyErrors.AlreadyRegistered : added;
    }

    private static IdentityUserPasskey<string> Row(string userId, UserPasskeyInfo passkey, DateTimeOffset now) => new()
    {
        UserId = userId,
        CredentialId = passkey.CredentialId,
        Data = new IdentityPasskeyData
        {
            PublicKey = passkey.PublicKey,
            Name = passkey.Name,
            CreatedAt = now,
            Transports = passkey.Transports,
            SignCount = passkey.SignCount,
            IsUserVerified = passkey.IsUserVerified,
            IsBackupEligible = passkey.IsBackupEligible,
            IsBackedUp = passkey.IsBackedUp,
            AttestationObject = passkey.AttestationObject,
            ClientDataJson = passkey.ClientDataJson,
        },
    };
}
