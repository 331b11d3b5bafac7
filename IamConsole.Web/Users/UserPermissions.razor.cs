using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>The policies that speak for a user, and the change of them.</summary>
public sealed partial class UserPermissions
{
    private IReadOnlyList<PrincipalPolicyRow>? _policies;
    private PrincipalPolicyRow? _removing;
    private string? _shown;
    private Error? _refusal;
    private Error? _error;
    private bool _attaching;
    private bool _busy;

    [Inject] public required ListUserPolicies Policies { get; set; }

    [Inject] public required DetachUserPolicy Detachment { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    /// <summary>Null while it is being read.</summary>
    [Parameter] public UserDetail? User { get; set; }

    [Parameter] public bool CanChange { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (User is not { } user || _shown == user.Row.Id) return;
        _shown = user.Row.Id;
        await LoadAsync(user);
    }

    private static string Origin(PrincipalPolicyRow policy) =>
        policy.Group is { } group ? $"from group {group}" : policy.IsInline ? "inline" : policy.IsBuiltIn ? "built-in" : "customer managed";

    private async Task LoadAsync(UserDetail user)
    {
        var read = await Policies.RunAsync(await Session.CallerAsync(), user.Row.Id, CancellationToken.None);
        if (read.Succeeded) _policies = read.Value;
        else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
    }

    private async Task AskAsync()
    {
        var asked = await Gate.RunAsync(await Session.CallerAsync(), IamAction.AttachUserPolicy, User!.Row.Id, CancellationToken.None);
        if (asked.Error is null) (_attaching, _error) = (true, null);
        else if (!Navigation.Takes(asked.Error)) Messages.Add(new FlashMessage(FlashKind.Error, asked.Error.Message));
    }

    private async Task AttachedAsync(string policyName)
    {
        _attaching = false;
        await ShowAsync($"Policy {policyName} attached to {User!.Row.Name}.");
    }

    private async Task RemoveAsync()
    {
        if (_busy || User is not { } user || _removing is not { Arn: { } arn } policy) return;
        (_busy, _error) = (true, null);
        try
        {
            var removed = await Detachment.RunAsync(await Session.CallerAsync(), user.Row.Id, arn, CancellationToken.None);
            if (removed.Succeeded)
            {
                _removing = null;
                await ShowAsync($"Policy {policy.Name} removed from {user.Row.Name}.");
            }
            else if (!Navigation.Takes(removed.Error!))
            {
                _error = removed.Error;
            }
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ShowAsync(string text)
    {
        // The frame knows what the session was at the start; one's own change needs a new page.
        if (User!.IsOneself) Navigation.Refresh(forceReload: true);
        Messages.Add(new FlashMessage(FlashKind.Success, text));
        await LoadAsync(User);
        await OnChanged.InvokeAsync();
    }
}
