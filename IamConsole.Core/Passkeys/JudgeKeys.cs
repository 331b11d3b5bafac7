using IamConsole.Core.AuditTrail;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using IamConsole.Core.WebAuthn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Passkeys;

/// <summary>
/// Holds every registered key against the metadata in force: its attestation was kept. No caller: the server does it after each
/// load and every night. Two servers that do it at once find the same; each change is told once.
/// </summary>
public sealed class JudgeKeys(
    IDbContextFactory<IamDbContext> databases, JudgeAttestation attestation, JudgingProgress progress, AuditTrailWriter audit, TimeProvider clock)
{
    private const int PageSize = 200;

    /// <summary>Judges all keys by the BLOB of this number.</summary>
    public async Task RunAsync(long number, CancellationToken ct)
    {
        await using (var db = await databases.CreateDbContextAsync(ct))
            await progress.BeginAsync(number, await db.MfaDevices.CountAsync(d => d.Kind == MfaDeviceKind.SecurityKey, ct), ct);
        var after = "";
        for (var judged = 0; ; await progress.ReportAsync(number, judged, ct))
        {
            var page = await ReadAsync(after, ct);
            if (page.Count == 0) break;
            foreach (var (device, passkey) in page) await JudgeAsync(device, passkey, ct);
            (after, judged) = (page[^1].Device.Id, judged + page.Count);
        }

        await progress.EndAsync(number, ct);
    }

    private async Task<List<(MfaDevice Device, IdentityUserPasskey<string> Passkey)>> ReadAsync(string after, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var page = await db.MfaDevices.AsNoTracking()
            .Where(d => d.Kind == MfaDeviceKind.SecurityKey && string.Compare(d.Id, after) > 0).OrderBy(d => d.Id).Take(PageSize)
            .Join(db.UserPasskeys.AsNoTracking(), d => d.CredentialId, p => p.CredentialId, (d, p) => new { Device = d, Passkey = p })
            .OrderBy(p => p.Device.Id).ToListAsync(ct);
        return page.ConvertAll(p => (p.Device, p.Passkey));
    }

    private async Task JudgeAsync(MfaDevice device, IdentityUserPasskey<string> passkey, CancellationToken ct)
    {
        // As valid then as at registration: an attestation certificate may end before the key does.
        var facts = await attestation.RunAsync(Credential(passkey), device.CreatedAt, ct);

        // A model that was proven stays proven, also when its entry is gone: the proof was good, and nothing speaks against it.
        var status = facts.IsModelProven ? facts.ModelStatus : null;
        if (status == device.ModelStatus && (device.IsModelProven || !facts.IsModelProven)) return;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await db.LockUsersAsync([device.UserId], ct);
        var known = device.ModelStatus;
        if (await db.MfaDevices.SingleOrDefaultAsync(d => d.Id == device.Id && d.ModelStatus == known, ct) is not { } row) return;
        if (!row.IsModelProven && facts.IsModelProven)
            (row.IsModelProven, row.Model, row.MetadataKey, row.Certifications) = (true, facts.Model, facts.MetadataKey, facts.CertificationsJson);
        row.ModelStatus = status;
        if (status != known) await TellAsync(db, row, known, facts.ModelStanding is ModelStanding.Refused, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task TellAsync(IamDbContext db, MfaDevice device, string? before, bool isGrave, CancellationToken ct)
    {
        audit.Write(
            db, "SecurityKeyModelJudged", AuditActor.Operator, ClientInfo.Operator, device.AccountId, target: device.Identifier, deviceId: device.Id,
            details: new { model = device.Model, before, status = device.ModelStatus });
        if (!isGrave) return;
        var user = await db.Users.SingleAsync(u => u.Id == device.UserId, ct);
        db.Tell(
            user, clock.GetUtcNow(),
            $"The FIDO metadata report {device.ModelStatus} for the model of your security key {device.Name}. Ask your administrator whether to replace it.",
            ClientInfo.Operator);
    }

    private static NewCredential Credential(IdentityUserPasskey<string> passkey) => new()
    {
        Id = passkey.CredentialId,
        PublicKey = passkey.Data.PublicKey,
        Aaguid = Guid.Empty,
        Flags = AuthenticatorFlags.None,
        SignCount = passkey.Data.SignCount,
        Transports = passkey.Data.Transports ?? [],
        AttestationObject = passkey.Data.AttestationObject,
        ClientDataJson = passkey.Data.ClientDataJson,
    };
}
