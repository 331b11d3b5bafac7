using IamConsole.Core;
using IamConsole.Core.Users;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.MfaDevices;

/// <summary>Changes one's own password.</summary>
public sealed partial class ChangePasswordDialog
{
    private string? _old;
    private string? _new;
    private string? _confirm;
    private Error? _error;
    private bool _wasOpen;

    [Inject] public required ChangePassword Change { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Parameter] public bool Open { get; set; }

    [Parameter, EditorRequired] public required string UserId { get; set; }

    /// <summary>What a new password must be, in one sentence.</summary>
    [Parameter] public string? Rules { get; set; }

    [Parameter] public EventCallback OnDone { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    protected override void OnParametersSet()
    {
        if (Open != _wasOpen) (_old, _new, _confirm, _error) = (null, null, null, null);
        _wasOpen = Open;
    }

    private string? At(string field) => _error?.MessageAt(field);

    private async Task ChangeAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        var result = await Change.RunAsync(
            await Session.CallerAsync(), UserId, _old ?? "", _new ?? "", ToTheEnd, PasswordText.AreSame(_new, _confirm));
        _error = result.Error;
        if (result.Succeeded) await OnDone.InvokeAsync();
        else if (Navigation.Takes(result.Error!)) _error = null;
    }
}
