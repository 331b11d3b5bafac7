using IamConsole.Core;
using IamConsole.Core.Groups;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;
using UserList = IamConsole.Core.Users.UserPage;

namespace IamConsole.Web.Users;

/// <summary>The account's users. Filters, order and page stand in the address, so that reload and back keep them.</summary>
public sealed partial class UsersPage
{
    private readonly Stack<string?> _before = new();
    private IReadOnlyList<UserColumn> _columns = UserColumn.Usual;
    private UserList? _page;
    private UserQuery? _shown;
    private IReadOnlyList<UserRow> _selected = [];
    private string? _search;
    private Error? _refusal;
    private bool _loading;
    private bool _deleting;
    private IReadOnlyList<string>? _groups;

    [Inject] public required ListUsers Users { get; set; }

    [Inject] public required ListGroups Groups { get; set; }

    [Inject] public required ListPermitted Permitted { get; set; }

    [Inject] public required ListUnavailable Unavailable { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [SupplyParameterFromQuery(Name = "q")] public string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "mfa")] public string? Mfa { get; set; }

    [SupplyParameterFromQuery(Name = "access")] public string? Access { get; set; }

    [SupplyParameterFromQuery(Name = "password")] public string? Password { get; set; }

    [SupplyParameterFromQuery(Name = "activity")] public string? Activity { get; set; }

    [SupplyParameterFromQuery(Name = "group")] public string? Group { get; set; }

    [SupplyParameterFromQuery(Name = "sort")] public string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "dir")] public string? Direction { get; set; }

    [SupplyParameterFromQuery(Name = "after")] public string? After { get; set; }

    private UserListAddress Address => new(Search, Mfa, Access, Password, Activity, Group, Sort, Direction, After);

    protected override async Task OnParametersSetAsync()
    {
        // A blank at the end is still being typed on.
        if (_search?.Trim() != Search?.Trim()) _search = Search;
        if (Address.Query != _shown) await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var query = Address.Query;
        (_shown, _loading) = (query, true);
        await TryReadAsync(async () =>
        {
            var read = await NewestAsync((caller, ct) => Users.RunAsync(caller, query, ct));
            _groups ??= await ReadGroupsAsync();
            _missing ??= await ReadMissingAsync();

            // Whoever types on has asked for something else meanwhile.
            if (_shown != query) return;
            if (read.Succeeded) Show(read.Value);
            else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
        });
        if (Reference is not null) _page = null;
        _loading = _shown != query;
    }

    // Asked only by who may: otherwise each visit would leave a refusal in the trail.
    private async Task<IReadOnlyList<string>> ReadGroupsAsync()
    {
        var caller = await Session.CallerAsync();
        if ((await Permitted.RunAsync(caller, [IamAction.ListGroups], Left)).Count == 0) return [];
        var listed = await Groups.RunAsync(caller, Left);
        return listed.Succeeded ? [.. listed.Value.Select(group => group.Name)] : [];
    }

    private void Show(UserList page)
    {
        _page = page;
        _selected = [.. page.Rows.Where(row => _selected.Any(old => old.Id == row.Id))];
    }

    private void SearchAsync(string? text)
    {
        _search = text;
        _before.Clear();
        Go(Address with { Search = text, After = null }, replace: true);
    }

    private void Filter(UserListAddress address)
    {
        _before.Clear();
        Go(address);
    }

    private void Next()
    {
        _before.Push(After);
        Go(Address with { After = _page?.NextAfter });
    }

    // Who came here by an address, not by "Next page", begins at the first page.
    private void Previous() => Go(Address with { After = _before.TryPop(out var before) ? before : null });

    private void Go(UserListAddress address, bool replace = false) => GoTo(
        Navigation.GetUriWithQueryParameters(UserAddress.List, address.Parameters), replace: replace);

    private async Task DeletedAsync(UserRow user)
    {
        _deleting = false;
        _selected = [];
        Messages.Add(new FlashMessage(FlashKind.Success, $"User {user.Name} deleted."));
        await LoadAsync();
    }
}
