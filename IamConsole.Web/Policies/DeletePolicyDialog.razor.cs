using IamConsole.Core;
using IamConsole.Core.Policies;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Policies;

/// <summary>Deletes a policy whose name was typed.</summary>
public sealed partial class DeletePolicyDialog
{
    private Error? _error;
    private bool _busy;

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
        if (Policy is not { } policy || _busy) return;
        (_busy, _error) = (true, null);
        try
        {
            var deleted = await Deletion.RunAsync(await Session.CallerAsync(), policy.Arn, CancellationToken.None);
            if (deleted.Succeeded) await OnDeleted.InvokeAsync(policy);
            else if (!Navigation.Takes(deleted.Error!)) _error = deleted.Error;
        }
        finally
        {
            _busy = false;
        }
    }
}
