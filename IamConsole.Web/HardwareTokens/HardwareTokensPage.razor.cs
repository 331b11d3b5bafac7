using IamConsole.Core;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Permissions;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.HardwareTokens;

/// <summary>The tokens that the account can use or has. Filters and page stand in the address, so that reload and back keep them.</summary>
public sealed partial class HardwareTokensPage
{
    private readonly Stack<string?> _before = new();
    private TokenPage? _page;
    private TokenQuery? _shown;
    private string? _search;
    private Error? _refusal;
    private bool _loading;

    [Inject] public required ListHardwareTokens Tokens { get; set; }

    [Inject] public required ListUnavailable Unavailable { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [SupplyParameterFromQuery(Name = "q")] public string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "state")] public string? State { get; set; }

    [SupplyParameterFromQuery(Name = "vendor")] public string? Vendor { get; set; }

    [SupplyParameterFromQuery(Name = "form")] public string? Form { get; set; }

    [SupplyParameterFromQuery(Name = "expires")] public string? Expires { get; set; }

    [SupplyParameterFromQuery(Name = "dir")] public string? Direction { get; set; }

    [SupplyParameterFromQuery(Name = "after")] public string? After { get; set; }

    private TokenListAddress Address => new(Search, State, Vendor, Form, Expires, Direction, After);

    private SortDirection Order => Address.Query.Descending ? SortDirection.Descending : SortDirection.Ascending;

    private DateTimeOffset Now => Clock.GetUtcNow();

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
            var read = await NewestAsync((caller, ct) => Tokens.RunAsync(caller, query, ct));
            if (read.Succeeded) Show(read.Value);
            else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
        });
        if (Reference is not null) _page = null;
        _loading = false;
    }

    private void Show(TokenPage page)
    {
        _page = page;
        _selected = [.. page.Rows.Where(row => _selected.Any(old => old.Id == row.Id))];
    }

    private void Find(string? text)
    {
        _search = text;
        _before.Clear();
        Go(Address with { Search = text, After = null }, replace: true);
    }

    private void Filter(TokenListAddress address)
    {
        _before.Clear();
        Go(address);
    }

    private void Turn() => Filter(Address with { Direction = Address.Query.Descending ? null : TokenListAddress.Down, After = null });

    private void Next()
    {
        _before.Push(After);
        Go(Address with { After = _page?.NextAfter });
    }

    // Who came here by an address, not by "Next page", begins at the first page.
    private void Previous() => Go(Address with { After = _before.TryPop(out var before) ? before : null });

    private void Go(TokenListAddress address, bool replace = false) => GoTo(
        Navigation.GetUriWithQueryParameters(TokenAddress.List, address.Parameters), replace: replace);
}
