using IamConsole.Core;
using IamConsole.Core.Policies;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Policies;

/// <summary>Chooses one of the account's managed policies for a user or group.</summary>
public sealed partial class AttachPolicyDialog
{
    private IReadOnlyList<PolicyRow>? _policies;
    private PolicyRow? _chosen;
    private string? _search;
    private Error? _error;
    private bool _wasOpen;

    [Inject] public required ListPolicies Policies { get; set; }

    [Inject] public required ChangePolicies Changes { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Parameter] public bool Open { get; set; }

    [Parameter, EditorRequired] public required InlineOwner Owner { get; set; }

    [Parameter, EditorRequired] public required string OwnerName { get; set; }

    /// <summary>ARNs that are attached already: not offered again.</summary>
    [Parameter] public IReadOnlyCollection<string> Attached { get; set; } = [];

    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>With the policy's name.</summary>
    [Parameter] public EventCallback<string> OnAttached { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var opened = Open && !_wasOpen;
        _wasOpen = Open;
        if (!opened) return;
        (_policies, _chosen, _error, _search) = (null, null, null, null);
        var listed = await NewestAsync((caller, ct) => Policies.RunAsync(caller, ct));
        if (listed.Succeeded) _policies = [.. listed.Value.Where(p => !Attached.Contains(p.Arn))];
        else if (!Navigation.Takes(listed.Error)) _error = listed.Error;
    }

    private KeptDialog? Keep() => Open ? new("attach", _chosen?.Arn, _search) : null;

    private void Back(KeptDialog kept) => (_search, _chosen) = (kept.Typed, _policies!.FirstOrDefault(p => p.Arn == kept.About));

    private bool Fits(PolicyRow policy) =>
        string.IsNullOrWhiteSpace(_search) || policy.Name.Contains(_search.Trim(), StringComparison.OrdinalIgnoreCase);

    private async Task AttachAsync()
    {
        using var act = BeginAct();
        if (act is null || _chosen is not { } policy) return;
        _error = null;
        var attached = await Changes.AttachAsync(await Session.CallerAsync(), Owner, policy.Arn, ToTheEnd);
        if (attached.Succeeded) await OnAttached.InvokeAsync(policy.Name);
        else if (!await StepUp.TakesAsync(attached.Error!, $"attach the policy {policy.Name} to {OwnerName}")) _error = attached.Error;
    }
}
