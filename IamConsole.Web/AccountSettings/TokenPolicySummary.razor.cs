using IamConsole.Core;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.Permissions;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.AccountSettings;

/// <summary>What becomes of removed tokens, with a dialog to change it.</summary>
public sealed partial class TokenPolicySummary
{
    private const string Purpose = "change the policy for hardware tokens";

    private Error? _error;
    private bool _open;
    private bool _retires;

    [Inject] public required UpdateTokenPolicy Update { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    /// <summary>Null while they are being read.</summary>
    [Parameter] public AccountSettingsView? Settings { get; set; }

    [Parameter] public bool CanEdit { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    private KeptDialog? Keep() => _open ? new("edit", Chosen: _retires ? "retire" : "stock") : null;

    private void Back(KeptDialog kept) =>
        (_open, _retires) = (true, kept.Chosen is null ? Settings?.RetiresRemovedTokens == true : kept.Chosen == "retire");

    private async Task EditAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        var asked = await Gate.RunAsync(await Session.CallerAsync(), IamAction.UpdateHardwareTokenPolicy, null, Left);
        if (await StepUp.PermitsAsync(asked, Purpose, "token-policy", new KeptDialog("edit"))) (_open, _error, _retires) = (true, null, Settings?.RetiresRemovedTokens == true);
    }

    private async Task SaveAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        _error = null;
        var saved = await Update.RunAsync(await Session.CallerAsync(), _retires, ToTheEnd);
        if (saved.Succeeded)
        {
            _open = false;
            Messages.Add(new FlashMessage(FlashKind.Success, "The policy for hardware tokens was saved."));
            await OnChanged.InvokeAsync();
        }
        else if (!await StepUp.TakesAsync(saved.Error!, Purpose))
        {
            _error = saved.Error;
        }
    }
}
