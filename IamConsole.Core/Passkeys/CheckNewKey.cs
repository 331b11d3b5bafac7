using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;

namespace IamConsole.Core.Passkeys;

/// <summary>
/// Whether a key that has answered may be registered, asked at once: whoever holds the wrong key in hand shall not press another
/// button to learn it. <see cref="RegisterPasskey"/> asks all of it again.
/// </summary>
public sealed class CheckNewKey(Gate gate)
{
    /// <summary>The caller's permissions for a key of this certification, then the account's policy.</summary>
    public async Task<Result> RunAsync(Caller caller, DeviceEnrolment enrolment, PasskeyFacts facts, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(
            caller, IamAction.EnableMfaDevice, enrolment.UserId, ct, proofWasFresh: true,
            facts: KeyRegistrationPhase.Activate(facts.Key.ProvenCertifications));
        if (operation.Refusal is { } refusal) return KeyPolicyErrors.NotActivated(refusal, facts.Key);
        if (await KeyAdmission.RefuseAsync(operation, enrolment, facts.Key, ct) is { } notAllowed) return notAllowed;
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
