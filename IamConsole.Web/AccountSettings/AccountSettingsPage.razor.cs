using IamConsole.Core;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.Permissions;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.AccountSettings;

/// <summary>The account, its password policy and its MFA policy; who may read one may not read the other.</summary>
public sealed partial class AccountSettingsPage
{
    private static readonly IamAction[] Offered =
    [
        IamAction.UpdateAccount, IamAction.UpdateAccountPasswordPolicy, IamAction.UpdateMfaPolicy, IamAction.UpdateSecurityKeyPolicy,
        IamAction.UpdateHardwareTokenPolicy,
    ];

    private IReadOnlySet<IamAction> _permitted = new HashSet<IamAction>();
    private AccountSettingsView? _settings;
    private MfaPolicyEffect? _mfa;
    private SecurityKeyPolicyEffect? _keys;
    private Error? _error;
    private Error? _mfaError;
    private Error? _keyError;

    [Inject] public required GetAccountSettings Settings { get; set; }

    [Inject] public required MeasureMfaPolicy Measure { get; set; }

    [Inject] public required MeasureSecurityKeyPolicy MeasureKeys { get; set; }

    [Inject] public required ListPermitted Permitted { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var load = NewLoad();
        var caller = await Session.CallerAsync();
        _permitted = await load.Of(ct => Permitted.RunAsync(caller, Offered, ct));
        var read = await load.Of(ct => Settings.RunAsync(caller, ct));
        if (read.Succeeded) _settings = read.Value;
        else if (!Navigation.Takes(read.Error)) _error = read.Error;
        var measured = await load.Of(ct => Measure.RunAsync(caller, null, ct));
        if (measured.Succeeded) _mfa = measured.Value;
        else if (!Navigation.Takes(measured.Error)) _mfaError = measured.Error;
        var keys = await load.Of(ct => MeasureKeys.RunAsync(caller, null, ct));
        if (keys.Succeeded) _keys = keys.Value;
        else if (!Navigation.Takes(keys.Error)) _keyError = keys.Error;
    }
}
