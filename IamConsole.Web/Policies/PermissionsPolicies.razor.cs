using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Policies;

/// <summary>The policies that speak for a user or group, where they come from, and the change of them.</summary>
public sealed partial class PermissionsPolicies
{
    private IReadOnlySet<IamAction> _permitted = new HashSet<IamAction>();
    private PrincipalPolicyRow? _removing;
    private Error? _error;
    private bool _attaching;

    [Inject] public required ListPolicies Managed { get; set; }

    [Inject] public required ChangePolicies Changes { get; set; }

    [Inject] public required ListPermitted Permitted { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Parameter, EditorRequired] public required InlineOwner Owner { get; set; }

    [Parameter, EditorRequired] public required string OwnerName { get; set; }

    /// <summary>Null while they are being read.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<PrincipalPolicyRow>? Policies { get; set; }

    /// <summary>Something was attached or removed.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    private bool IsUser => Owner.UserId is not null;

    private IamAction Attach => IsUser ? IamAction.AttachUserPolicy : IamAction.AttachGroupPolicy;

    private IamAction PutInline => IsUser ? IamAction.PutUserPolicy : IamAction.PutGroupPolicy;

    private bool MayAttach => _permitted.Contains(Attach);

    private List<string> Attached => [.. (Policies ?? []).Where(p => p.Group is null).Select(p => p.Arn).OfType<string>()];

    private string Consequence => IsUser
        ? $"{OwnerName} will no longer have what the policy allows, nor be denied what it denies. It takes effect at once."
        : $"Members of {OwnerName} will no longer have what the policy allows, nor be denied what it denies. It takes effect at once.";

    protected override async Task OnInitializedAsync() => _permitted = await Permitted.RunAsync(
        await Session.CallerAsync(),
        [
            IamAction.AttachUserPolicy, IamAction.DetachUserPolicy, IamAction.PutUserPolicy, IamAction.DeleteUserPolicy,
            IamAction.AttachGroupPolicy, IamAction.DetachGroupPolicy, IamAction.PutGroupPolicy, IamAction.DeleteGroupPolicy,
        ],
        Left);

    private static object KeyOf(PrincipalPolicyRow policy) => (policy.Arn, policy.Name, policy.Group);

    private static bool IsMfaRequirement(PrincipalPolicyRow policy) =>
        policy is { IsBuiltIn: true, Name: BuiltInPolicies.DenyRestWithoutMfa };

    private string InlineAddress(string? policy) =>
        IsUser ? PolicyAddress.InlineOfUser(OwnerName, policy) : PolicyAddress.InlineOfGroup(OwnerName, policy);

    private IamAction RemovalOf(PrincipalPolicyRow policy) => (IsUser, policy.IsInline) switch
    {
        (true, true) => IamAction.DeleteUserPolicy,
        (true, false) => IamAction.DetachUserPolicy,
        (false, true) => IamAction.DeleteGroupPolicy,
        (false, false) => IamAction.DetachGroupPolicy,
    };

    private async Task AskAttachAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        _attaching = await MayAsync(Attach, $"attach a policy to {OwnerName}", new KeptDialog("attach"));
    }

    private async Task AskRemoveAsync(PrincipalPolicyRow policy)
    {
        using var act = BeginAct();
        if (act is null) return;
        if (await MayAsync(RemovalOf(policy), Removing(policy), Asked(policy))) (_removing, _error) = (policy, null);
    }

    private async Task<bool> MayAsync(IamAction action, string purpose, KeptDialog wanted) => await StepUp.PermitsAsync(
        await Gate.RunAsync(
            await Session.CallerAsync(), action, Owner.UserId, Left,
            Owner.GroupName is { } group ? account => Arn.Group(account, group) : null), purpose, "permissions", wanted);

    private Task AttachedAsync(string policyName)
    {
        _attaching = false;
        return SayAsync($"Policy {policyName} attached to {OwnerName}.");
    }

    private Task RequireMfaAsync() => WhileBusyAsync(async caller =>
    {
        if (!await MayAsync(Attach, RequiringMfa, new KeptDialog(""))) return;
        var listed = await Managed.RunAsync(caller, Left);
        var result = listed.Succeeded
            ? await Changes.AttachAsync(caller, Owner, listed.Value.Single(p => p is { IsBuiltIn: true, Name: BuiltInPolicies.DenyRestWithoutMfa }).Arn, ToTheEnd)
            : Result.Failure(listed.Error);
        if (await StepUp.PermitsAsync(result, RequiringMfa, "permissions", new KeptDialog(""))) await SayAsync($"{OwnerName} now needs MFA for everything but managing MFA devices.");
    });

    private Task RemoveAsync() => WhileBusyAsync(async caller =>
    {
        if (_removing is not { } policy) return;
        var removed = await Changes.RemoveAsync(caller, Owner, policy, ToTheEnd);
        if (removed.Succeeded)
        {
            _removing = null;
            await SayAsync($"Policy {policy.Name} removed from {OwnerName}.");
        }
        else if (!await StepUp.TakesAsync(removed.Error!, Removing(policy)))
        {
            _error = removed.Error;
        }
    });

    private async Task WhileBusyAsync(Func<Caller, Task> work)
    {
        using var act = BeginAct();
        if (act is null) return;
        _error = null;
        await work(await Session.CallerAsync());
    }

    private Task SayAsync(string text)
    {
        Messages.Add(new FlashMessage(FlashKind.Success, text));
        return OnChanged.InvokeAsync();
    }
}
