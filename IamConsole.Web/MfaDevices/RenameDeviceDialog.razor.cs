using IamConsole.Core.MfaDevices;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.MfaDevices;

/// <summary>Gives a device another friendly name.</summary>
public sealed partial class RenameDeviceDialog
{
    private MfaDeviceView? _shown;
    private string? _name;
    private string? _error;

    [Inject] public required RenameMfaDevice Rename { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <summary>The device; null keeps the dialog closed.</summary>
    [Parameter] public MfaDeviceView? Device { get; set; }

    [Parameter, EditorRequired] public required string UserId { get; set; }

    [Parameter] public EventCallback<string> OnDone { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    protected override void OnParametersSet()
    {
        if (Device == _shown) return;
        (_shown, _name, _error) = (Device, Device?.Name, null);
    }

    private async Task RenameAsync()
    {
        using var act = BeginAct();
        if (act is null || Device is null) return;
        var result = await Rename.RunAsync(await Session.CallerAsync(), UserId, Device.Id, _name, ToTheEnd);
        if (result.Succeeded) await OnDone.InvokeAsync($"MFA device {Device.Name} is now called {_name}.");
        else if (!Navigation.Takes(result.Error!)) _error = result.Error!.Message;
    }
}
