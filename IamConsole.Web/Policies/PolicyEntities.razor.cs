using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Policies;

/// <summary>To whom a policy is attached, and the change of it.</summary>
public sealed partial class PolicyEntities
{
    private static readonly IamAction[] Offered =
        [IamAction.AttachGroupPolicy, IamAction.AttachUserPolicy, IamAction.DetachGroupPolicy, IamAction.DetachUserPolicy];

    private IReadOnlySet<IamAction> _permitted = new HashSet<IamAction>();
    private PolicyEntity? _detaching;
    private Error? _error;
    private bool _attaching;

    [Inject] public required GetUser Users { get; set; }

    [Inject] public required DetachUserPolicy UserDetachment { get; set; }

    [Inject] public required DetachGroupPolicy GroupDetachment { get; set; }

    [Inject] public required ListPermitted Permitted { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Parameter, EditorRequired] public required PolicyDetail Policy { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    private List<PolicyEntity> Entities =>
        [.. Policy.Groups.Select(g => new PolicyEntity(g, true)), .. Policy.Users.Select(u => new PolicyEntity(u, false))];

    private IamAction? Attachable => Offered.Take(2).FirstOrDefault(_permitted.Contains);

    protected override async Task OnInitializedAsync() =>
        _permitted = await Permitted.RunAsync(await Session.CallerAsync(), Offered, Left);

    private async Task AskAttachAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        _attaching = await MayAsync(Attachable!, $"attach the policy {Policy.Row.Name}", new KeptDialog("attach"));
    }

    private async Task AskDetachAsync(PolicyEntity entity)
    {
        using var act = BeginAct();
        if (act is null) return;
        if (!await MayAsync(entity.IsGroup ? IamAction.DetachGroupPolicy : IamAction.DetachUserPolicy, Detaching(entity), new KeptDialog("detach", entity.Name, Chosen: entity.IsGroup ? "group" : "user"))) return;
        (_detaching, _error) = (entity, null);
    }

    private string Detaching(PolicyEntity entity) => $"detach the policy {Policy.Row.Name} from {entity.Name}";

    private KeptDialog? Keep() => _attaching ? new("attach")
        : _detaching is { } entity ? new("detach", entity.Name, Chosen: entity.IsGroup ? "group" : "user") : null;

    private void Back(KeptDialog kept) => (_attaching, _detaching) = (
        kept.Open == "attach", Entities.Find(e => kept.Open == "detach" && e.Name == kept.About && e.IsGroup == (kept.Chosen == "group")));

    private async Task<bool> MayAsync(IamAction action, string purpose, KeptDialog wanted) => await StepUp.PermitsAsync(
        await Gate.RunAsync(await Session.CallerAsync(), action, null, Left), purpose, "entities", wanted);

    private Task AttachedAsync(string entity)
    {
        _attaching = false;
        Messages.Add(new FlashMessage(FlashKind.Success, $"Policy {Policy.Row.Name} attached to {entity}."));
        return OnChanged.InvokeAsync();
    }

    private async Task DetachAsync()
    {
        using var act = BeginAct();
        if (act is null || _detaching is not { } entity) return;
        _error = null;
        if (await DetachFromAsync(entity) is { } error)
        {
            if (!await StepUp.TakesAsync(error, Detaching(entity))) _error = error;
            return;
        }

        _detaching = null;
        Messages.Add(new FlashMessage(FlashKind.Success, $"Policy {Policy.Row.Name} detached from {entity.Name}."));
        await OnChanged.InvokeAsync();
    }

    private async Task<Error?> DetachFromAsync(PolicyEntity entity)
    {
        var caller = await Session.CallerAsync();
        if (entity.IsGroup) return (await GroupDetachment.RunAsync(caller, entity.Name, Policy.Row.Arn, ToTheEnd)).Error;
        var user = await Users.RunByNameAsync(caller, entity.Name, Left);
        return user.Error ?? (await UserDetachment.RunAsync(caller, user.Value!.Row.Id, Policy.Row.Arn, ToTheEnd)).Error;
    }
}
