using IamConsole.Core;
using IamConsole.Core.Policies;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Policies;

/// <summary>Deletes a policy whose name was typed.</summary>
public sealed partial class DeletePolicyDialog
{
    private Error? _error;

    [Inject] public required DeletePolicy Deletion { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Parameter] public bool Open { get; set; }

    [Parameter] public PolicyRow? Policy { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Parameter] public EventCallback<PolicyRow> OnDeleted { get; set; }

    private Task CancelAsync()
    {
        _error = null;
        return OnClose.InvokeAsync();
    }

    private async Task DeleteAsync()
    {
        using var act = BeginAct();
        if (act is null || Policy is not { } policy) return;
        _error = null;
        var deleted = await Deletion.RunAsync(await Session.CallerAsync(), policy.Arn, ToTheEnd);
        if (deleted.Succeeded) await OnDeleted.InvokeAsync(policy);
        else if (!Navigation.Takes(deleted.Error!)) _error = deleted.Error;
    }
}
