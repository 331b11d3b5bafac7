using IamConsole.Core.MfaDevices;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.MfaDevices;

/// <summary>Removes a device, after its name was typed.</summary>
public sealed partial class RemoveDeviceDialog
{
    private MfaDeviceView? _shown;
    private string? _typed;
    private string? _error;

    [Inject] public required RemoveMfaDevice Remove { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <summary>The device; null keeps the dialog closed.</summary>
    [Parameter] public MfaDeviceView? Device { get; set; }

    [Parameter, EditorRequired] public required string UserId { get; set; }

    [Parameter, EditorRequired] public required string UserLabel { get; set; }

    /// <summary>The user's last device is warned of.</summary>
    [Parameter] public bool IsLast { get; set; }

    /// <summary>So is the last one that resists phishing.</summary>
    [Parameter] public bool IsOnlyKey { get; set; }

    /// <summary>From when the user cannot sign in without MFA, or null when it is not asked of him.</summary>
    [Parameter] public DateTimeOffset? MfaDueAt { get; set; }

    [Parameter] public EventCallback<string> OnDone { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    protected override void OnParametersSet()
    {
        if (Device == _shown) return;
        if (_shown is not null) _typed = null;
        (_shown, _error) = (Device, null);
    }

    private KeptDialog? Keep() => Device is null ? null : new("remove", Device.Id, _typed);

    private async Task RemoveAsync()
    {
        using var act = BeginAct();
        if (act is null || Device is null) return;
        var result = await Remove.RunAsync(await Session.CallerAsync(), UserId, Device.Id, ToTheEnd);
        if (result.Succeeded) await OnDone.InvokeAsync($"MFA device {Device.Name} was removed.");
        else if (!await StepUp.TakesAsync(result.Error!, $"remove the MFA device {Device.Name} of {UserLabel}")) _error = result.Error!.Message;
    }
}
