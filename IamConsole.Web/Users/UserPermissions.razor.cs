using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>Whether the user is an administrator, and the change of it.</summary>
public sealed partial class UserPermissions
{
    private Error? _error;
    private bool _asking;
    private bool _busy;

    [Inject] public required ChangeAdministrator Change { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    /// <summary>Null while it is being read.</summary>
    [Parameter] public UserDetail? User { get; set; }

    [Parameter] public bool CanChange { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    private bool Administrator => User is { Row.IsAdministrator: true };

    private string Question => Administrator ? $"Remove administrator from {User?.Row.Name}?" : $"Make {User?.Row.Name} an administrator?";

    private async Task AskAsync()
    {
        var asked = await Gate.RunAsync(await Session.CallerAsync(), IamAction.AttachUserPolicy, User!.Row.Id, CancellationToken.None);
        if (asked.Error is null) (_asking, _error) = (true, null);
        else if (!Navigation.Takes(asked.Error)) Messages.Add(new FlashMessage(FlashKind.Error, asked.Error.Message));
    }

    private async Task ChangeAsync()
    {
        if (_busy || User is not { } user) return;
        (_busy, _error) = (true, null);
        try
        {
            var changed = await Change.RunAsync(await Session.CallerAsync(), user.Row.Id, !Administrator, CancellationToken.None);
            if (changed.Succeeded) await ShowAsync(user);
            else if (!Navigation.Takes(changed.Error!)) _error = changed.Error;
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ShowAsync(UserDetail user)
    {
        _asking = false;

        // The frame knows what the session was at the start; one's own change needs a new page.
        if (user.IsOneself) Navigation.Refresh(forceReload: true);
        var text = user.Row.IsAdministrator ? $"{user.Row.Name} is no longer an administrator." : $"{user.Row.Name} is now an administrator.";
        Messages.Add(new FlashMessage(FlashKind.Success, text));
        await OnChanged.InvokeAsync();
    }
}
