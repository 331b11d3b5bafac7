using IamConsole.Core;
using IamConsole.Core.Users;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>Deletes a user whose name was typed.</summary>
public sealed partial class DeleteUserDialog
{
    private string? _typed;
    private Error? _error;

    [Inject] public required DeleteUser Deletion { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Parameter] public bool Open { get; set; }

    [Parameter] public UserRow? User { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Parameter] public EventCallback<UserRow> OnDeleted { get; set; }

    private KeptDialog? Keep() => Open && User is not null ? new("delete", User.Id, _typed) : null;

    private Task CancelAsync()
    {
        (_error, _typed) = (null, null);
        return OnClose.InvokeAsync();
    }

    private async Task DeleteAsync()
    {
        using var act = BeginAct();
        if (act is null || User is not { } user) return;
        _error = null;
        var deleted = await Deletion.RunAsync(await Session.CallerAsync(), user.Id, ToTheEnd);
        if (deleted.Succeeded) _typed = null;
        if (deleted.Succeeded) await OnDeleted.InvokeAsync(user);
        else if (!await StepUp.TakesAsync(deleted.Error!, $"delete the user {user.Name}")) _error = deleted.Error;
    }
}
