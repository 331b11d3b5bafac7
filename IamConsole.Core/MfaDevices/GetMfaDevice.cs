using IamConsole.Core.Attestation;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.Permissions;
using IamConsole.Core.WebAuthn;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.MfaDevices;

/// <summary>Reads everything that is known of one device of a user (IAM API <c>GetMFADevice</c>).</summary>
public sealed class GetMfaDevice(Gate gate, FindModelByKey models)
{
    /// <summary>The device <paramref name="deviceId"/> of <paramref name="userId"/>.</summary>
    public async Task<Result<MfaDeviceDetail>> RunAsync(Caller caller, string userId, string deviceId, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetMfaDevice, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var device = await operation.Db.MfaDevices.AsNoTracking().SingleOrDefaultAsync(d => d.Id == deviceId && d.UserId == userId, ct);
        if (device is null) return MfaDeviceErrors.NoSuchDevice;
        if (device.IsTotp) return MfaDeviceDetail.Of(device, null);
        var passkey = await operation.Db.UserPasskeys.AsNoTracking().SingleOrDefaultAsync(p => p.CredentialId == device.CredentialId, ct);
        return MfaDeviceDetail.Of(device, new KeyDeviceFacts(
            device.Aaguid, device.MetadataKey, device.AttestationFormat, device.AttestationType,
            passkey is null ? [] : Subjects(passkey.Data.AttestationObject),
            device.WasUserVerified ?? passkey?.Data.IsUserVerified, passkey?.Data.SignCount ?? 0)
        {
            CertificationsToday = device is { IsModelProven: true, MetadataKey: { } key } ? (await models.RunAsync(key, ct))?.Levels.Certifications : null,
        });
    }

    // Keys that are older than the check of statements may hold anything.
    private static IReadOnlyList<string> Subjects(byte[] attestationObject) =>
        AttestationObject.Read(attestationObject).Value is { } read ? AttestationSubject.Read(read).CertificateSubjects : [];
}
