using IamConsole.Core;
using IamConsole.Core.Policies;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>Chooses one of the account's managed policies for a user.</summary>
public sealed partial class AttachPolicyDialog
{
    private IReadOnlyList<PolicyRow>? _policies;
    private PolicyRow? _chosen;
    private Error? _error;
    private bool _busy;
    private bool _wasOpen;

    [Inject] public required ListPolicies Policies { get; set; }

    [Inject] public required AttachUserPolicy Attachment { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Parameter] public bool Open { get; set; }

    [Parameter] public string? UserId { get; set; }

    [Parameter] public string? UserName { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>With the policy's name.</summary>
    [Parameter] public EventCallback<string> OnAttached { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var opened = Open && !_wasOpen;
        _wasOpen = Open;
        if (!opened) return;
        (_policies, _chosen, _error) = (null, null, null);
        var listed = await Policies.RunAsync(await Session.CallerAsync(), CancellationToken.None);
        if (listed.Succeeded) _policies = listed.Value;
        else if (!Navigation.Takes(listed.Error)) _error = listed.Error;
    }

    private async Task AttachAsync()
    {
        if (_busy || _chosen is not { } policy || UserId is null) return;
        (_busy, _error) = (true, null);
        try
        {
            var attached = await Attachment.RunAsync(await Session.CallerAsync(), UserId, policy.Arn, CancellationToken.None);
            if (attached.Succeeded) await OnAttached.InvokeAsync(policy.Name);
            else if (!Navigation.Takes(attached.Error!)) _error = attached.Error;
        }
        finally
        {
            _busy = false;
        }
    }
}
