using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;

namespace IamConsole.Core.MfaDevices;

/// <summary>
/// Two consecutive codes of a device that somebody assigns to himself prove that he holds it: they count as a confirmation
/// with that device, under the same time limit as any other. Whoever has a device already came here with one
/// (<see cref="Safeguards.MfaOnOneself"/>), so only a session of a user without any device rises by this.
/// </summary>
internal static class EnrolmentProof
{
    /// <summary>
    /// Marks the session and says so in the trail. Not for another user's device: its codes prove nothing about who types
    /// them. Not for a passkey: with attestation "none" nothing in a registration is signed by the key.
    /// </summary>
    /// <returns>What the session was before, for <see cref="Undo"/>; null when nothing changed.</returns>
    public static (bool IsMfa, string? DeviceId, DateTimeOffset ProvenAt)? Take(Operation operation, MfaDevice device)
    {
        var session = operation.Session;
        if (!operation.IsOnOneself || device.Kind is MfaDeviceKind.SecurityKey || session.Kind is not SessionKind.Console) return null;
        var before = (session.IsMfa, session.DeviceId, session.ProvenAt);
        (session.IsMfa, session.DeviceId, session.ProvenAt) = (true, device.Id, device.CreatedAt);
        operation.User.LastUsedDeviceId = device.Id;
        operation.Audit("ConfirmIdentity", target: operation.User.ArnIn(operation.Account), deviceId: device.Id, details: new { by = "EnableMFADevice" });
        return before;
    }

    /// <summary>The device was not stored after all: the row that says so must not call the session MFA-authenticated.</summary>
    public static void Undo(Operation operation, (bool IsMfa, string? DeviceId, DateTimeOffset ProvenAt)? before)
    {
        if (before is { } was) (operation.Session.IsMfa, operation.Session.DeviceId, operation.Session.ProvenAt) = was;
    }
}
