using IamConsole.Core;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Permissions;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.MfaDevices.Assign;

/// <summary>The wizard "Assign MFA device", wherever it stands: it asks the use cases and shows their answers.</summary>
public sealed partial class AssignDeviceFlow
{
    private AssignDeviceWizard _state = null!;
    private SelectDeviceStep? _select;
    private AuthenticatorAppStep? _app;
    private HardwareTokenStep? _token;
    private PasskeyFacts? _facts;
    private bool _asking;

    [Inject] public required ListMfaKinds Kinds { get; set; }

    [Inject] public required ListHandedOutTokens HandedOut { get; set; }

    [Inject] public required BeginDeviceEnrolment Enrol { get; set; }

    [Inject] public required AssignVirtualDevice AssignVirtual { get; set; }

    [Inject] public required AssignHardwareToken AssignToken { get; set; }

    [Inject] public required RegisterPasskey Register { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    /// <summary>Who gets the device.</summary>
    [Parameter, EditorRequired] public required string UserId { get; set; }

    [Parameter, EditorRequired] public required string UserLabel { get; set; }

    /// <summary>The kind to begin with, when the account allows it.</summary>
    [Parameter] public MfaDeviceKind? Kind { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    /// <summary>Where no factor can be asked for, inside a sign-in: what to do instead when the last proof is too old.</summary>
    [Parameter] public EventCallback OnProofTooOld { get; set; }

    [Parameter] public EventCallback<MfaDeviceView> OnAssigned { get; set; }

    private string? WaitsForKey => _state is { Step: 1, Kind: MfaDeviceKind.SecurityKey } && _facts is null ? "The passkey or security key has not answered yet" : null;

    protected override async Task OnInitializedAsync()
    {
        _state = new AssignDeviceWizard(Clock);
        var kinds = await Kinds.RunAsync(await Session.CallerAsync(), UserId, Left);
        if (kinds.Succeeded) _state.Allowed = kinds.Value;
        var handedOut = await HandedOut.RunAsync(await Session.CallerAsync(), UserId, Left);
        if (handedOut is { Succeeded: true, Value: [var serial, ..] }) _state.Serial = serial;
        if (Kind is { } kind && _state.Allowed.Contains(kind)) _state.Choose(kind);
    }

    private async Task NextAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        await (_state.Step == 0 ? SelectAsync() : AssignAsync());

        if (_select is not null && _state.Step == 0) await _select.FocusAsync();
    }

    private async Task SelectAsync()
    {
        if (_state.CheckSelection()) await BeginAsync();
    }

    private async Task RenewAsync()
    {
        using var act = BeginAct();
        if (act is not null) await BeginAsync();
    }

    private async Task BeginAsync()
    {
        var begun = await Enrol.RunAsync(await Session.CallerAsync(), UserId, _state.DeviceName, _state.Kind!.Value, ToTheEnd);
        _facts = null;
        if (begun.Succeeded) _state.Begin(begun.Value);
        else await RefuseAsync(begun.Error);
    }

    private async Task AssignAsync()
    {
        var caller = await Session.CallerAsync();
        if (_state.Kind is not MfaDeviceKind.SecurityKey && !_state.CheckCodes())
        {
            await FocusAsync();
            return;
        }

        var assigned = await RunAsync(caller, _state.Enrolment!);
        if (assigned.Succeeded)
        {
            await OnAssigned.InvokeAsync(assigned.Value);
            return;
        }

        await RefuseAsync(assigned.Error);
        await FocusAsync();
    }

    private Task<Result<MfaDeviceView>> RunAsync(Caller caller, DeviceEnrolment enrolment) => enrolment.Kind switch
    {
        MfaDeviceKind.SecurityKey => Register.RunAsync(caller, enrolment, _facts!, ToTheEnd),
        MfaDeviceKind.Virtual => AssignVirtual.RunAsync(caller, enrolment, _state.Codes.Codes, ToTheEnd),
        MfaDeviceKind.Hardware => AssignToken.RunAsync(caller, enrolment, _state.Serial, _state.Codes.Codes, ToTheEnd),
    };

    private async Task RefuseAsync(Error error)
    {
        if (error.Code == PermissionErrors.ProofTooOld.Code && OnProofTooOld.HasDelegate) await OnProofTooOld.InvokeAsync();
        else if (!await StepUp.TakesAsync(error, $"assign the MFA device {_state.DeviceName} to {UserLabel}")) _state.Refuse(error);
    }

    // The secret of step 2 is not kept: who comes back begins that step anew.
    private KeptDialog? Keep() => new(_state.Kind?.ToString() ?? "", About: _state.Serial, Typed: _state.DeviceName);

    private void Back(KeptDialog kept)
    {
        (_state.DeviceName, _state.Serial) = (kept.Typed, kept.About);
        if (Enum.TryParse<MfaDeviceKind>(kept.Open, out var kind) && _state.Allowed.Contains(kind)) _state.Choose(kind);
    }

    private void GoBack()
    {
        _state.GoBack();
        _facts = null;
    }

    private async Task FocusAsync()
    {
        if (_state.Step == 0) return;
        if (_app is not null && _state.Kind is MfaDeviceKind.Virtual) await _app.FocusAsync();
        if (_token is not null && _state.Kind is MfaDeviceKind.Hardware) await _token.FocusAsync();
    }
}
