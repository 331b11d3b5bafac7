using IamConsole.Core.AccountSettings;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.SignIn;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed partial class IamScenario
{
    /// <summary>A custom policy that asks nothing beyond the floor; each test bends one thing.</summary>
    public static WantedPasswordPolicy Custom { get; } = new(
        IsCustom: true, MinimumLength: 8, RequireUppercase: false, RequireLowercase: false, RequireDigit: false, RequireSymbol: false,
        Expires: false, ExpiresAfterDays: null, ExpiryNeedsAdministrator: false, UsersMayChange: true, PreventsReuse: false,
        RememberedPasswords: null);

    public async Task SetPasswordPolicyAsync(SignedIn by, WantedPasswordPolicy wanted) =>
        (await Get<UpdatePasswordPolicy>().RunAsync(by.Caller, wanted, Ct)).Ok();

    public async Task<MfaPolicyChange> RequireMfaAsync(SignedIn by, int graceDays, params MfaDeviceKind[] kinds) =>
        (await Get<UpdateMfaPolicy>().RunAsync(
            by.Caller, new WantedMfaPolicy(true, graceDays, kinds.Length == 0 ? Enum.GetValues<MfaDeviceKind>() : kinds), Ct)).Ok();

    /// <summary>Trades a pending sign-in for the session that only assigns a device.</summary>
    public async Task<SignedIn> EnrolAsync(Person person, string pending) =>
        new(person.UserId, (await Get<BeginMfaRegistration>().RunAsync(pending, Browser, Client, Ct)).Ok());
}
