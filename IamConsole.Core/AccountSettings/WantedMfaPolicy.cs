using IamConsole.Core.Accounts;
using IamConsole.Core.MfaDevices;

namespace IamConsole.Core.AccountSettings;

/// <summary>An MFA policy as it was typed; a number that is none is null.</summary>
/// <param name="IsRequired">Whether IAM users with a console password must use MFA.</param>
/// <param name="GraceDays">0 to 90; looked at only when required.</param>
/// <param name="Kinds">The kinds of device that may be assigned.</param>
public sealed record WantedMfaPolicy(bool IsRequired, int? GraceDays, IReadOnlyCollection<MfaDeviceKind> Kinds)
{
    internal Result<MfaPolicy> Check(MfaPolicy present, DateTimeOffset now)
    {
        var wrong = Error.All(
            IsRequired && GraceDays is not (>= 0 and <= MfaPolicy.MostGraceDays) ? AccountSettingsErrors.InvalidGrace : null,
            Kinds.Count == 0 ? AccountSettingsErrors.NoKind : null);
        if (wrong is not null) return wrong;
        return new MfaPolicy
        {
            // Saved again, the days go on counting from when it was switched on.
            RequiredSince = IsRequired ? present.RequiredSince ?? now : null,
            GraceDays = IsRequired ? GraceDays!.Value : 0,
            AllowsSecurityKeys = Kinds.Contains(MfaDeviceKind.SecurityKey),
            AllowsVirtualDevices = Kinds.Contains(MfaDeviceKind.Virtual),
            AllowsHardwareTokens = Kinds.Contains(MfaDeviceKind.Hardware),
        };
    }
}
