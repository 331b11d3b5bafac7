using IamConsole.Core;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>What a user may do and why: policies, groups, and the tags that policies ask about.</summary>
public sealed partial class UserPermissions
{
    private IReadOnlyList<PrincipalPolicyRow>? _policies;
    private string? _shown;
    private Error? _refusal;

    [Inject] public required ListUserPolicies Policies { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <summary>Null while it is being read.</summary>
    [Parameter] public UserDetail? User { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (User is not { } user || _shown == user.Row.Id) return;
        _shown = user.Row.Id;
        await LoadAsync(user);
    }

    private async Task LoadAsync(UserDetail user)
    {
        var read = await NewestAsync((caller, ct) => Policies.RunAsync(caller, user.Row.Id, ct));
        if (read.Succeeded) _policies = read.Value;
        else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
    }

    private async Task ChangedAsync()
    {
        // The frame shows what was permitted when it was drawn; one's own change needs a new page.
        if (User!.IsOneself) Navigation.Refresh(forceReload: true);
        await LoadAsync(User);
        await OnChanged.InvokeAsync();
    }
}
