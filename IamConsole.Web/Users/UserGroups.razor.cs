using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.Groups;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>The groups a user is in, and the change of them.</summary>
public sealed partial class UserGroups
{
    private IReadOnlySet<IamAction> _permitted = new HashSet<IamAction>();
    private IReadOnlyList<string>? _groups;
    private IReadOnlyList<string> _offered = [];
    private string? _chosen;
    private string? _removing;
    private Error? _refusal;
    private Error? _error;
    private bool _adding;

    [Inject] public required ListGroupsForUser Membership { get; set; }

    [Inject] public required ListGroups All { get; set; }

    [Inject] public required AddUserToGroup Addition { get; set; }

    [Inject] public required RemoveUserFromGroup Removal { get; set; }

    [Inject] public required ListPermitted Permitted { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Parameter, EditorRequired] public required UserDetail User { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _permitted = await Permitted.RunAsync(
            await Session.CallerAsync(), [IamAction.AddUserToGroup, IamAction.RemoveUserFromGroup], Left);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var read = await NewestAsync((caller, ct) => Membership.RunAsync(caller, User.Row.Id, ct));
        if (read.Succeeded) _groups = read.Value;
        else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
    }

    private async Task AskAddAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        if (!await MayAsync(IamAction.AddUserToGroup, "*", $"add {User.Row.Name} to a group", new KeptDialog("add"))) return;
        await OpenAddAsync();
    }

    private KeptDialog? Keep() => _adding ? new("add", Chosen: _chosen) : _removing is { } group ? new("remove", group) : null;

    private async Task BackAsync(KeptDialog kept)
    {
        _removing = kept.Open == "remove" && _groups?.Contains(kept.About!) is true ? kept.About : null;
        if (kept.Open != "add") return;
        await OpenAddAsync();
        _chosen = kept.Chosen ?? "";
    }

    private async Task OpenAddAsync()
    {
        var listed = await All.RunAsync(await Session.CallerAsync(), Left);
        if (listed.Error is { } error)
        {
            if (!Navigation.Takes(error)) Messages.Add(new FlashMessage(FlashKind.Error, error.Message));
            return;
        }

        _offered = [.. listed.Value!.Select(g => g.Name).Except(_groups ?? [])];
        (_adding, _chosen, _error) = (true, "", null);
    }

    private async Task AskRemoveAsync(string group)
    {
        using var act = BeginAct();
        if (act is null) return;
        if (await MayAsync(IamAction.RemoveUserFromGroup, group, $"remove {User.Row.Name} from the group {group}", new KeptDialog("remove", group))) (_removing, _error) = (group, null);
    }

    private async Task<bool> MayAsync(IamAction action, string group, string purpose, KeptDialog wanted) => await StepUp.PermitsAsync(
        await Gate.RunAsync(await Session.CallerAsync(), action, null, Left, account => Arn.Group(account, group)), purpose, "groups-of-user", wanted);

    private Task AddAsync() => string.IsNullOrEmpty(_chosen) ? Task.CompletedTask : ChangeAsync(
        caller => Addition.RunAsync(caller, _chosen, User.Row.Id, ToTheEnd), $"{User.Row.Name} added to {_chosen}.");

    private Task RemoveAsync() => ChangeAsync(
        caller => Removal.RunAsync(caller, _removing!, User.Row.Id, ToTheEnd), $"{User.Row.Name} removed from {_removing}.");

    private async Task ChangeAsync(Func<Caller, Task<Result>> change, string done)
    {
        using var act = BeginAct();
        if (act is null) return;
        _error = null;
        var changed = await change(await Session.CallerAsync());
        if (changed.Error is { } error)
        {
            if (!await StepUp.TakesAsync(error, _removing is { } left ? $"remove {User.Row.Name} from the group {left}" : $"add {User.Row.Name} to the group {_chosen}")) _error = error;
            return;
        }

        Messages.Add(new FlashMessage(FlashKind.Success, done));
        (_adding, _removing) = (false, null);
        await LoadAsync();
        await OnChanged.InvokeAsync();
    }
}
