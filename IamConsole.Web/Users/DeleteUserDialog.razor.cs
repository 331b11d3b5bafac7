using IamConsole.Core;
using IamConsole.Core.Users;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>Deletes a user whose name was typed.</summary>
public sealed partial class DeleteUserDialog
{
    private Error? _error;

    [Inject] public required DeleteUser Deletion { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Parameter] public bool Open { get; set; }

    [Parameter] public UserRow? User { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Parameter] public EventCallback<UserRow> OnDeleted { get; set; }

    private Task CancelAsync()
    {
        _error = null;
        return OnClose.InvokeAsync();
    }

    private async Task DeleteAsync()
    {
        using var act = BeginAct();
        if (act is null || User is not { } user) return;
        _error = null;
        var deleted = await Deletion.RunAsync(await Session.CallerAsync(), user.Id, ToTheEnd);
        if (deleted.Succeeded) await OnDeleted.InvokeAsync(user);
        else if (!Navigation.Takes(deleted.Error!)) _error = deleted.Error;
    }
}
