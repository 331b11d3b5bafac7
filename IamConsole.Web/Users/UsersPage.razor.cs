using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using IamConsole.Core;
using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;
using UserList = IamConsole.Core.Users.UserPage;

namespace IamConsole.Web.Users;

/// <summary>The account's users. Filter and page stand in the address, so that reload and back keep them.</summary>
public sealed partial class UsersPage
{
    private const string NoMfa = "none";
    private readonly Stack<string?> _before = new();
    private UserList? _page;
    private UserQuery? _shown;
    private IReadOnlyList<UserRow> _selected = [];
    private string? _search;
    private string? _reference;
    private Error? _refusal;
    private bool _loading;
    private bool _deleting;

    [Inject] public required ListUsers Users { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [Inject] public required ILogger<UsersPage> Logger { get; set; }

    [SupplyParameterFromQuery(Name = "q")] public string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "mfa")] public string? Mfa { get; set; }

    /// <summary>The name after which the page begins.</summary>
    [SupplyParameterFromQuery(Name = "after")] public string? After { get; set; }

    private bool WithoutMfa => Mfa == NoMfa;

    private bool Filtered => WithoutMfa || !string.IsNullOrWhiteSpace(Search);

    private string? Counter => _page is null ? null
        : (_selected.Count > 0 ? "1/" : "") + _page.Total.ToString("N0", CultureInfo.InvariantCulture);

    // With keyset paging the number is known only when all matches stand on one page.
    private string? Matches => !Filtered || After is not null || _page is not { NextAfter: null } page ? null
        : page.Rows.Count == 1 ? "1 match" : $"{page.Rows.Count} matches";

    protected override async Task OnParametersSetAsync()
    {
        // A blank at the end is still being typed on.
        if (_search?.Trim() != Search?.Trim()) _search = Search;
        if (new UserQuery(Search, WithoutMfa, After) != _shown) await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var query = new UserQuery(Search, WithoutMfa, After);
        _shown = query;
        _loading = true;
        _reference = null;
        try
        {
            var read = await Users.RunAsync(await Session.CallerAsync(), query, CancellationToken.None);

            // Whoever types on has asked for something else meanwhile.
            if (_shown != query) return;
            if (read.Succeeded) Show(read.Value);
            else if (Navigation.Takes(read.Error)) return;
            else _refusal = read.Error;
        }
        catch (Exception error) when (error is DatabaseBusyException or DbException)
        {
            _page = null;
            _reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
            Logger.UsersUnread(_reference, error);
        }

        _loading = false;
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
        Go(text, Mfa, after: null, replace: true);
    }

    private void FilterMfa(ChangeEventArgs change)
    {
        _before.Clear();
        Go(Search, change.Value as string, after: null);
    }

    private void ClearFilters() => Go(search: null, mfa: null, after: null);

    private void Next()
    {
        _before.Push(After);
        Go(Search, Mfa, _page?.NextAfter);
    }

    // Who came here by an address, not by "Next page", begins at the first page.
    private void Previous() => Go(Search, Mfa, _before.TryPop(out var before) ? before : null);

    private void Go(string? search, string? mfa, string? after, bool replace = false) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(UserAddress.List, new Dictionary<string, object?>
        {
            ["q"] = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
            ["mfa"] = string.IsNullOrEmpty(mfa) ? null : mfa,
            ["after"] = after,
        }), replace: replace);

    private async Task DeletedAsync(UserRow user)
    {
        _deleting = false;
        _selected = [];
        Messages.Add(new FlashMessage(FlashKind.Success, $"User {user.Name} deleted."));
        await LoadAsync();
    }
}
