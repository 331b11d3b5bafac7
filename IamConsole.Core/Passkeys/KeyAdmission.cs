using IamConsole.Core.Groups;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;

namespace IamConsole.Core.Passkeys;

/// <summary>The account's policy for security keys, asked when one is about to be stored.</summary>
internal static class KeyAdmission
{
    /// <summary>Null, or the refusal, which is recorded with each demand that was not met.</summary>
    public static async Task<Error?> RefuseAsync(Operation operation, DeviceEnrolment enrolment, KeyFacts key, CancellationToken ct)
    {
        var groups = await GroupNames.OfAsync(operation.Db, operation.Target.Id, ct);
        var unmet = SecurityKeyRules.Judge(operation.Account.SecurityKeyPolicy, groups, key);
        return unmet.Count == 0 ? null : await operation.RefuseAsync(
            "EnableMFADevice", KeyPolicyErrors.All(unmet),
            details: new { deviceName = enrolment.Name, model = key.ModelKey, isModelProven = key.IsModelProven, unmet = unmet.Select(e => e.Code) });
    }
}
