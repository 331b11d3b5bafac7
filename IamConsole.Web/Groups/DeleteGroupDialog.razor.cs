using IamConsole.Core;
using IamConsole.Core.Groups;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Groups;

/// <summary>Deletes a group whose name was typed.</summary>
public sealed partial class DeleteGroupDialog
{
    private string? _typed;
    private Error? _error;

    [Inject] public required DeleteGroup Deletion { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Parameter] public bool Open { get; set; }

    [Parameter] public GroupRow? Group { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Parameter] public EventCallback<GroupRow> OnDeleted { get; set; }

    private KeptDialog? Keep() => Open && Group is not null ? new("delete", Group.Id, _typed) : null;

    private Task CancelAsync()
    {
        (_error, _typed) = (null, null);
        return OnClose.InvokeAsync();
    }

    private async Task DeleteAsync()
    {
        using var act = BeginAct();
        if (act is null || Group is not { } group) return;
        _error = null;
        var deleted = await Deletion.RunAsync(await Session.CallerAsync(), group.Name, ToTheEnd);
        if (deleted.Succeeded) _typed = null;
        if (deleted.Succeeded) await OnDeleted.InvokeAsync(group);
        else if (!await StepUp.TakesAsync(deleted.Error!, $"delete the group {group.Name}")) _error = deleted.Error;
    }
}
