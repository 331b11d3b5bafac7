using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Policies;

/// <summary>One managed policy: what it says and to whom it is attached.</summary>
public sealed partial class PolicyPage
{
    private static readonly IamAction[] Offered = [IamAction.CreatePolicy, IamAction.CreatePolicyVersion, IamAction.DeletePolicy];

    private PolicyDetail? _policy;
    private IReadOnlySet<IamAction> _permitted = new HashSet<IamAction>();
    private Error? _refusal;
    private string? _shown;
    private bool _missing;
    private bool _deleting;

    [Inject] public required GetPolicy Policies { get; set; }

    [Inject] public required ListPermitted Permitted { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Parameter] public required string PolicyName { get; set; }

    // The address may be typed in another case.
    private string Name => _policy?.Row.Name ?? PolicyName;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == PolicyName) return;
        (_shown, _policy, _refusal, _missing) = (PolicyName, null, null, false);
        _permitted = await Permitted.RunAsync(await Session.CallerAsync(), Offered, Left);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var asked = PolicyName;
        var read = await NewestAsync((caller, ct) => Policies.RunAsync(caller, asked, ct));
        if (asked != PolicyName) return;
        if (read.Succeeded) _policy = read.Value;
        else if (read.Error.Code == PolicyErrors.NoSuchPolicy("").Code) _missing = true;
        else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
    }

    private KeptDialog? Keep() => _deleting ? new("delete") : null;

    private async Task AskDeletionAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        var asked = await Gate.RunAsync(
            await Session.CallerAsync(), IamAction.DeletePolicy, null, Left, _ => _policy!.Row.Arn);
        _deleting = await StepUp.PermitsAsync(asked, $"delete the policy {Name}", "policy", new KeptDialog("delete"));
    }

    private void Deleted(PolicyRow policy)
    {
        Messages.AddForNextPage(new FlashMessage(FlashKind.Success, $"Policy {policy.Name} deleted."));
        GoTo(PolicyAddress.List);
    }
}
