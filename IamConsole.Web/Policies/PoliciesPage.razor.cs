using System.Globalization;
using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Policies;

/// <summary>The managed policies. They are few: filters and pages work on what was read once.</summary>
public sealed partial class PoliciesPage
{
    private const string BuiltIn = "built-in";
    private const string Customer = "customer";
    private const int PageSize = 50;

    private IReadOnlyList<PolicyRow>? _policies;
    private IReadOnlyList<PolicyRow> _selected = [];
    private IReadOnlyDictionary<IamAction, string> _missing = new Dictionary<IamAction, string>();
    private Error? _refusal;
    private bool _loading;
    private bool _deleting;
    private int _from;

    [Inject] public required ListPolicies Policies { get; set; }

    [Inject] public required ListUnavailable Unavailable { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [SupplyParameterFromQuery(Name = "q")] public string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "type")] public string? Type { get; set; }

    private bool Filtered => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(Type);

    private List<PolicyRow> Fitting => [.. (_policies ?? []).Where(Fits)];

    private IReadOnlyList<PolicyRow>? Rows => _policies is null ? null : [.. Fitting.Skip(_from).Take(PageSize)];

    private string? Counter => _policies?.Count.ToString("N0", CultureInfo.InvariantCulture);

    private string Matches => Fitting.Count == 1 ? "1 match" : $"{Fitting.Count} matches";

    private PolicyRow? Deletable => _selected is [{ IsBuiltIn: false } policy] ? policy : null;

    private string? NotCreatable => _missing.GetValueOrDefault(IamAction.CreatePolicy);

    private string? NotDeletable => _missing.GetValueOrDefault(IamAction.DeletePolicy)
        ?? (_selected.Count == 0 ? "Select a policy first" : Deletable is null ? "A built-in policy stays" : null);

    protected override async Task OnInitializedAsync()
    {
        _missing = await Unavailable.RunAsync(
            await Session.CallerAsync(), [IamAction.CreatePolicy, IamAction.DeletePolicy], Left);
        await LoadAsync();
    }

    private bool Fits(PolicyRow policy) =>
        (string.IsNullOrEmpty(Type) || policy.IsBuiltIn == (Type == BuiltIn))
        && (string.IsNullOrWhiteSpace(Search) || policy.Name.Contains(Search.Trim(), StringComparison.OrdinalIgnoreCase));

    private async Task LoadAsync()
    {
        _loading = true;
        var read = await NewestAsync((caller, ct) => Policies.RunAsync(caller, ct));
        _loading = false;
        if (!read.Succeeded)
        {
            if (!Navigation.Takes(read.Error)) _refusal = read.Error;
            return;
        }

        _policies = read.Value;
        _selected = [.. _policies.Where(row => _selected.Any(old => old.Arn == row.Arn))];
    }

    private void Go(string? search, string? type)
    {
        (_from, _selected) = (0, []);
        GoTo(
            Navigation.GetUriWithQueryParameters(PolicyAddress.List, new Dictionary<string, object?>
            {
                ["q"] = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
                ["type"] = string.IsNullOrEmpty(type) ? null : type,
            }), replace: true);
    }

    private KeptDialog? Keep() => _selected is [var chosen] ? new(_deleting ? "delete" : "", chosen.Arn) : null;

    private void Back(KeptDialog kept) =>
        (_selected, _deleting) = ([.. _policies!.Where(row => row.Arn == kept.About)], kept.Open == "delete");

    private async Task AskAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        if (Deletable is not { } policy) return;
        var asked = await Gate.RunAsync(
            await Session.CallerAsync(), IamAction.DeletePolicy, null, Left, _ => policy.Arn);
        _deleting = await StepUp.PermitsAsync(asked, $"delete the policy {policy.Name}", "policies", new KeptDialog("delete", policy.Arn));
    }

    private async Task DeletedAsync(PolicyRow policy)
    {
        (_deleting, _selected, _from) = (false, [], 0);
        Messages.Add(new FlashMessage(FlashKind.Success, $"Policy {policy.Name} deleted."));
        await LoadAsync();
    }
}
