using IamConsole.Core;
using IamConsole.Core.FidoMetadata;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.FidoMetadata;

/// <summary>The list of FIDO-certified products. Filters and page stand in the address, so that reload and back keep them.</summary>
public sealed partial class SecurityKeyModelsPage
{
    private readonly Stack<string?> _before = new();
    private IReadOnlyList<ModelRow> _selected = [];
    private ModelPage? _page;
    private ModelQuery? _shown;
    private string? _search;
    private Error? _refusal;
    private bool _loading;

    [Inject] public required ListModels Models { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery(Name = "q")] public string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "fido")] public string? Fido { get; set; }

    [SupplyParameterFromQuery(Name = "fips")] public string? Fips { get; set; }

    [SupplyParameterFromQuery(Name = "transport")] public string? Transport { get; set; }

    [SupplyParameterFromQuery(Name = "status")] public string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "owned")] public string? Owned { get; set; }

    [SupplyParameterFromQuery(Name = "after")] public string? After { get; set; }

    private ModelListAddress Address => new(Search, Fido, Fips, Transport, Status, Owned, After);

    private string? Counter => _page?.State is null ? null : (_selected.Count > 0 ? $"{_selected.Count}/" : "") + _page.Total;

    private string? CompareReason => _selected.Count switch
    {
        < 2 => "Select two to four products",
        > ModelQuery.MostCompared => "At most four products stand side by side",
        _ => null,
    };

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
            var read = await NewestAsync((caller, ct) => Models.RunAsync(caller, query, ct));
            if (read.Succeeded) _page = read.Value;
            else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
        });
        if (Reference is not null) _page = null;
        _loading = false;
    }

    // What was selected on other pages stays: models of two pages can be compared.
    private void Select(IReadOnlyList<ModelRow> rows)
    {
        var here = _page!.Rows.Select(row => row.Model.Key).ToHashSet();
        _selected = [.. _selected.Where(row => !here.Contains(row.Model.Key)), .. rows.Where(row => here.Contains(row.Model.Key))];
    }

    private void Find(string? text)
    {
        _search = text;
        _before.Clear();
        Go(Address with { Search = text, After = null }, replace: true);
    }

    private void Filter(ModelListAddress address)
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

    private void Go(ModelListAddress address, bool replace = false) => GoTo(
        Navigation.GetUriWithQueryParameters(ModelAddress.List, address.Parameters), replace: replace);
}
