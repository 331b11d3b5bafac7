using IamConsole.Core;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>Whether the account's MFA policy concerns the user, and the exemption from it.</summary>
public sealed partial class MfaExemption
{
    private Error? _error;
    private bool _asking;

    [Inject] public required ChangeMfaExemption Change { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    /// <summary>Null while it is being read.</summary>
    [Parameter] public UserDetail? User { get; set; }

    [Parameter] public bool CanChange { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    private bool Exempt => User is { IsMfaExempt: true };

    private (StatusKind Kind, string Text) State => User switch
    {
        { IsMfaExempt: true } => (StatusKind.Warning, "Exempt from the MFA policy of the account"),
        { MfaDueAt: { } due } when due <= Clock.GetUtcNow() => (StatusKind.Success, "Required by the account"),
        { MfaDueAt: { } due } => (StatusKind.Info, $"Required by the account from {Moments.Exact(due)}"),
        _ => (StatusKind.Stopped, "Not required by the account"),
    };

    private string Purpose => Exempt ? $"end the MFA exemption of {User?.Row.Name}" : $"exempt {User?.Row.Name} from MFA";

    private KeptDialog? Keep() => _asking ? new("ask") : null;

    private async Task AskAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        var asked = await Gate.RunAsync(await Session.CallerAsync(), IamAction.UpdateUser, User!.Row.Id, Left);
        if (await StepUp.PermitsAsync(asked, Purpose, "exemption", new KeptDialog("ask"))) (_asking, _error) = (true, null);
    }

    private async Task ChangeAsync()
    {
        using var act = BeginAct();
        if (act is null || User is not { } user) return;
        var changed = await Change.RunAsync(await Session.CallerAsync(), user.Row.Id, !user.IsMfaExempt, ToTheEnd);
        _error = changed.Error;
        if (changed.Error is { } error)
        {
            if (await StepUp.TakesAsync(error, Purpose)) _error = null;
            return;
        }

        _asking = false;
        Messages.Add(new FlashMessage(FlashKind.Success,
            user.IsMfaExempt ? $"{user.Row.Name} is no longer exempt from MFA." : $"{user.Row.Name} is exempt from MFA."));
        await OnChanged.InvokeAsync();
    }
}
