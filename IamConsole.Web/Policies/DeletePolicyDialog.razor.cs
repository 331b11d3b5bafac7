using IamConsole.Core;
using IamConsole.Core.Policies;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Policies;

/// <summary>Deletes a policy whose name was typed.</summary>
public sealed partial class DeletePolicyDialog
{
    private string? _typed;
    private Error? _error;

    [Inject] public required DeletePolicy Deletion { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Parameter] public bool Open { get; set; }

    [Parameter] public PolicyRow? Policy { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Parameter] public EventCallback<PolicyRow> OnDeleted { get; set; }

    private KeptDialog? Keep() => Open && Policy is not null ? new("delete", Policy.Arn, _typed) : null;

    private Task CancelAsync()
    {
        (_error, _typed) = (null, null);
        return OnClose.InvokeAsync();
    }

    private async Task DeleteAsync()
    {
        using var act = BeginAct();
        if (act is null || Policy is not { } policy) return;
        _error = null;
        var deleted = await Deletion.RunAsync(await Session.CallerAsync(), policy.Arn, ToTheEnd);
        if (deleted.Succeeded) _typed = null;
        if (deleted.Succeeded) await OnDeleted.InvokeAsync(policy);
        else if (!await StepUp.TakesAsync(deleted.Error!, $"delete the policy {policy.Name}")) _error = deleted.Error;
    }
}
