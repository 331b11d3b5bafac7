using IamConsole.Core;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.MfaDevices;

/// <summary>A user's MFA devices: the same for oneself, for an administrator on another user, and for root on his own.</summary>
public sealed partial class MfaDevicesSection
{
    private IReadOnlyList<MfaDeviceView>? _devices;
    private Error? _error;
    private MfaDeviceView? _selected;
    private MfaDeviceView? _renaming;
    private MfaDeviceView? _resyncing;
    private MfaDeviceView? _removing;

    [Inject] public required ListMfaDevices Devices { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    /// <summary>Whose devices.</summary>
    [Parameter, EditorRequired] public required string UserId { get; set; }

    /// <summary>The user's name.</summary>
    [Parameter, EditorRequired] public required string UserLabel { get; set; }

    /// <summary>Whether it is root.</summary>
    [Parameter] public bool IsRoot { get; set; }

    /// <summary>From when the user cannot sign in without MFA, or null when it is not asked of him.</summary>
    [Parameter] public DateTimeOffset? MfaDueAt { get; set; }

    /// <summary>The wizard for this user.</summary>
    [Parameter, EditorRequired] public required string AssignHref { get; set; }

    /// <summary>The page of a device, by its identifier.</summary>
    [Parameter, EditorRequired] public required Func<string, string> DeviceHref { get; set; }

    /// <summary>The devices changed, or were read for the first time.</summary>
    [Parameter] public EventCallback<int> OnCount { get; set; }

    private bool IsFull => _devices?.Count >= MfaLimits.DevicesPerUser;

    private string? Counter => _devices is null ? null : IsFull ? $"{_devices.Count}/{MfaLimits.DevicesPerUser}" : $"{_devices.Count}";

    private IReadOnlyList<MfaDeviceView> Chosen => _selected is null ? [] : [_selected];

    private string? ResyncReason => _selected is null ? "Select a device first"
        : _selected.Kind is MfaDeviceKind.SecurityKey ? "A passkey or security key is never out of sync"
        : _selected.IsDisabled ? MfaDeviceErrors.Disabled.Message : null;

    private bool IsOnlyKey => _removing?.Kind is MfaDeviceKind.SecurityKey && _devices?.Count(d => d.Kind is MfaDeviceKind.SecurityKey) == 1;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var listed = await NewestAsync((caller, ct) => Devices.RunAsync(caller, UserId, ct));
        _selected = null;
        if (listed.Succeeded)
        {
            (_devices, _error) = (listed.Value, null);
            await OnCount.InvokeAsync(_devices.Count);
        }
        else if (!Navigation.Takes(listed.Error))
        {
            _error = listed.Error;
        }
    }

    private void Choose(IReadOnlyList<MfaDeviceView> chosen) => _selected = chosen.Count == 0 ? null : chosen[0];

    // Asked before anybody types a name: a refusal or a fresh proof comes first.
    private async Task AskRemoveAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        if (_selected is { } device && await MayAsync(
                IamAction.DeactivateMfaDevice, $"remove the MFA device {device.Name} of {UserLabel}", new KeptDialog("remove", device.Id))) _removing = device;
    }

    private async Task AssignAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        if (await MayAsync(IamAction.EnableMfaDevice, $"assign an MFA device to {UserLabel}", new KeptDialog("assign"))) GoTo(AssignHref);
    }

    private KeptDialog? Keep() => _selected is null ? null
        : new(_removing is not null ? "remove" : _renaming is not null ? "rename" : _resyncing is not null ? "resync" : "", _selected.Id);

    private void Back(KeptDialog kept)
    {
        if (kept.Open == "assign") GoTo(AssignHref);
        _selected = _devices!.FirstOrDefault(device => device.Id == kept.About);
        _removing = kept.Open == "remove" ? _selected : null;
        _renaming = kept.Open == "rename" ? _selected : null;
        _resyncing = kept.Open == "resync" ? _selected : null;
    }

    private async Task<bool> MayAsync(IamAction action, string purpose, KeptDialog wanted) => await StepUp.PermitsAsync(
        await Gate.RunAsync(await Session.CallerAsync(), action, UserId, Left), purpose, "devices", wanted);

    private async Task DoneAsync(string message)
    {
        Close();
        Messages.Add(new FlashMessage(FlashKind.Success, message));
        await LoadAsync();
    }

    private void Close() => _renaming = _resyncing = _removing = null;
}
