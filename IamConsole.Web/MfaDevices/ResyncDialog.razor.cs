using IamConsole.Core.MfaDevices;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.MfaDevices;

/// <summary>Synchronises a code device with two consecutive codes.</summary>
public sealed partial class ResyncDialog
{
    private MfaDeviceView? _shown;
    private CodePair? _pair;
    private CodePairFields? _fields;
    private string? _error;

    [Inject] public required ResyncMfaDevice Resync { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    /// <summary>The device; null keeps the dialog closed.</summary>
    [Parameter] public MfaDeviceView? Device { get; set; }

    [Parameter, EditorRequired] public required string UserId { get; set; }

    [Parameter] public EventCallback<string> OnDone { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    protected override void OnParametersSet()
    {
        if (Device == _shown) return;
        (_shown, _error, _pair) = (Device, null, Device is null ? null : new CodePair(Clock));
    }

    private async Task ResyncAsync()
    {
        using var act = BeginAct();
        if (act is null || Device is null || _pair is null) return;
        _error = null;
        if (_pair.CheckForm())
        {
            var result = await Resync.RunAsync(await Session.CallerAsync(), UserId, Device.Id, _pair.Codes, ToTheEnd);
            if (result.Succeeded)
            {
                await OnDone.InvokeAsync($"MFA device {Device.Name} is synchronized.");
                return;
            }

            if (Navigation.Takes(result.Error!)) return;
            if (!_pair.Take(result.Error!)) _error = result.Error!.Message;
        }

        await _fields!.FocusAsync();
    }
}
