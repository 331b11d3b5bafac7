using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.Groups;
using IamConsole.Core.Permissions;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Groups;

/// <summary>One group: its members and its policies.</summary>
public sealed partial class GroupPage
{
    private static readonly IamAction[] Offered = [IamAction.DeleteGroup, IamAction.AddUserToGroup, IamAction.RemoveUserFromGroup];

    private readonly Stack<string?> _before = new();
    private GroupDetail? _group;
    private IReadOnlySet<IamAction> _permitted = new HashSet<IamAction>();
    private Error? _refusal;
    private string? _shown;
    private string? _after;
    private bool _missing;
    private bool _deleting;

    [Inject] public required GetGroup Groups { get; set; }

    [Inject] public required ListPermitted Permitted { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Parameter] public required string GroupName { get; set; }

    // The address may be typed in another case.
    private string Name => _group?.Row.Name ?? GroupName;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == GroupName) return;
        (_shown, _group, _refusal, _missing, _after) = (GroupName, null, null, false, null);
        _before.Clear();
        _permitted = await Permitted.RunAsync(await Session.CallerAsync(), Offered, Left);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var asked = GroupName;
        var read = await NewestAsync((caller, ct) => Groups.RunAsync(caller, asked, _after, ct));
        if (asked != GroupName) return;
        if (read.Succeeded) _group = read.Value;
        else if (read.Error.Code == GroupErrors.NoSuchGroup.Code) _missing = true;
        else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
    }

    private Task NextAsync()
    {
        _before.Push(_after);
        _after = _group?.NextAfter;
        return LoadAsync();
    }

    private Task PreviousAsync()
    {
        _after = _before.Pop();
        return LoadAsync();
    }

    private KeptDialog? Keep() => _deleting ? new("delete") : null;

    private async Task AskDeletionAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        var asked = await Gate.RunAsync(
            await Session.CallerAsync(), IamAction.DeleteGroup, null, Left, account => Arn.Group(account, Name));
        _deleting = await StepUp.PermitsAsync(asked, $"delete the group {Name}", "group", new KeptDialog("delete"));
    }

    private void Deleted(GroupRow group)
    {
        Messages.AddForNextPage(new FlashMessage(FlashKind.Success, $"User group {group.Name} deleted."));
        GoTo(GroupAddress.List);
    }
}
