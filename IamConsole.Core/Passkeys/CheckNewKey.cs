using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;

namespace IamConsole.Core.Passkeys;

/// <summary>
/// Whether a key that has answered may be registered, asked at once: whoever holds the wrong key in hand shall not press another
/// button to learn it. <see cref="RegisterPasskey"/> asks all of it again. An answer that did not hold is recorded.
/// </summary>
public sealed class CheckNewKey(Gate gate)
{
    /// <summary>The answer itself, the caller's permissions for a key of this certification, then the account's policy.</summary>
    public async Task<Result> RunAsync(Caller caller, DeviceEnrolment enrolment, Result<PasskeyFacts> answer, CancellationToken ct)
    {
        if (!answer.Succeeded) return await RecordAsync(caller, enrolment, answer.Error, ct);
        var facts = answer.Value;
        await using var operation = await gate.BeginAsync(
            caller, IamAction.EnableMfaDevice, enrolment.UserId, ct, proofWasFresh: true,
            facts: KeyRegistrationPhase.Activate(facts.Key.ProvenCertifications));
        if (operation.Refusal is { } refusal) return KeyPolicyErrors.NotActivated(refusal, facts.Key);
        if (await KeyAdmission.RefuseAsync(operation, enrolment, facts.Key, ct) is { } notAllowed) return notAllowed;
        await operation.SaveAsync(ct);
        return Result.Success();
    }

    private async Task<Error> RecordAsync(Caller caller, DeviceEnrolment enrolment, Error error, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(
            caller, IamAction.EnableMfaDevice, enrolment.UserId, ct, proofWasFresh: true, facts: KeyRegistrationPhase.Create);
        return operation.Refusal ?? await operation.RefuseAsync("EnableMFADevice", error, details: new { deviceName = enrolment.Name });
    }
}
