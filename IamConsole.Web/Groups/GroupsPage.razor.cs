using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.Groups;
using IamConsole.Core.Permissions;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Groups;

/// <summary>The account's user groups, at most a few hundred.</summary>
public sealed partial class GroupsPage
{
    private IReadOnlyList<GroupRow>? _groups;
    private IReadOnlyList<GroupRow> _selected = [];
    private IReadOnlyDictionary<IamAction, string> _missing = new Dictionary<IamAction, string>();
    private Error? _refusal;
    private bool _loading;
    private bool _creating;
    private bool _deleting;

    [Inject] public required ListGroups Groups { get; set; }

    [Inject] public required ListUnavailable Unavailable { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [SupplyParameterFromQuery(Name = "q")] public string? Search { get; set; }

    private bool Filtered => !string.IsNullOrWhiteSpace(Search);

    private List<GroupRow>? Rows => _groups is null ? null
        : [.. _groups.Where(g => !Filtered || g.Name.Contains(Search!.Trim(), StringComparison.OrdinalIgnoreCase))];

    private string? CreateReason => _missing.GetValueOrDefault(IamAction.CreateGroup);

    private string? DeleteReason => _missing.GetValueOrDefault(IamAction.DeleteGroup) ?? (_selected.Count == 0 ? "Select a group first" : null);

    protected override async Task OnInitializedAsync()
    {
        _missing = await Unavailable.RunAsync(
            await Session.CallerAsync(), [IamAction.CreateGroup, IamAction.DeleteGroup], Left);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _loading = true;
        var read = await NewestAsync((caller, ct) => Groups.RunAsync(caller, ct));
        _loading = false;
        if (!read.Succeeded)
        {
            if (!Navigation.Takes(read.Error)) _refusal = read.Error;
            return;
        }

        _groups = read.Value;
        _selected = [.. _groups.Where(row => _selected.Any(old => old.Id == row.Id))];
    }

    private void Find(string? text)
    {
        _selected = [];
        GoTo(
            Navigation.GetUriWithQueryParameters(
                GroupAddress.List, new Dictionary<string, object?> { ["q"] = string.IsNullOrWhiteSpace(text) ? null : text.Trim() }),
            replace: true);
    }

    private KeptDialog? Keep() => _selected is [var chosen] ? new(_deleting ? "delete" : "", chosen.Id) : null;

    private void Back(KeptDialog kept) =>
        (_selected, _deleting) = ([.. _groups!.Where(row => row.Id == kept.About)], kept.Open == "delete");

    private async Task AskAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        if (_selected is not [var group]) return;
        var asked = await Gate.RunAsync(
            await Session.CallerAsync(), IamAction.DeleteGroup, null, Left, account => Arn.Group(account, group.Name));
        _deleting = await StepUp.PermitsAsync(asked, $"delete the group {group.Name}", "groups", new KeptDialog("delete", group.Id));
    }

    private void Created(string name)
    {
        Messages.AddForNextPage(new FlashMessage(FlashKind.Success, $"User group {name} created. Add users and permissions."));
        GoTo(GroupAddress.Of(name));
    }

    private async Task DeletedAsync(GroupRow group)
    {
        (_deleting, _selected) = (false, []);
        Messages.Add(new FlashMessage(FlashKind.Success, $"User group {group.Name} deleted."));
        await LoadAsync();
    }
}
