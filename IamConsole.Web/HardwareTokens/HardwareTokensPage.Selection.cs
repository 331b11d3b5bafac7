using System.Globalization;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Jobs;
using IamConsole.Core.Permissions;
using IamConsole.Web.Jobs;
using IamConsole.Web.Sessions;

namespace IamConsole.Web.HardwareTokens;

/// <summary>What is selected, and what was begun with it.</summary>
public sealed partial class HardwareTokensPage
{
    private IReadOnlyDictionary<IamAction, string> _missing = new Dictionary<IamAction, string>();
    private IReadOnlyList<TokenRow> _selected = [];
    private JobProgress? _progress;
    private bool _all;
    private bool _running;

    private string? Counter => _page is null ? null
        : (_selected.Count > 0 ? $"{(_all && Offer ? Countable : _selected.Count).ToString("N0", CultureInfo.InvariantCulture)}/" : "") + Upto(_page.Total);

    private string? Matches => _page?.Matches is { } matches ? matches == 1 ? "1 match" : $"{Upto(matches)} matches" : null;

    private int Countable => _page?.Matches ?? _page?.Total ?? 0;

    private bool Offer => _page is { } page && page.Rows.Count > 1 && _selected.Count == page.Rows.Count
        && Countable > page.Rows.Count && Countable <= TokenPage.MostCounted;

    private string? ImportReason => _missing.GetValueOrDefault(IamAction.ImportHardwareTokens);

    private string? FindReason => _missing.GetValueOrDefault(IamAction.FindHardwareToken);

    private string? BulkReason => _missing.GetValueOrDefault(IamAction.UpdateHardwareToken);

    protected override async Task OnInitializedAsync() => _missing = await Unavailable.RunAsync(
        await Session.CallerAsync(), [IamAction.ImportHardwareTokens, IamAction.UpdateHardwareToken, IamAction.FindHardwareToken], Left);

    private KeptSelection? Keep() => _selected.Count == 0 ? null : new([.. _selected.Select(row => row.Id)], _all);

    private void Back(KeptSelection kept) => (_selected, _all) = ([.. _page!.Rows.Where(row => kept.Ids.Contains(row.Id))], kept.All);

    // Not waited for: it looks until the work has ended.
    private void Started()
    {
        (_selected, _all, _running) = ([], false, true);
        _ = InvokeAsync(_progress!.LookAsync);
    }

    // Rows change while the work goes on; the list is read again when it has ended.
    private async Task ChangedAsync(JobView job)
    {
        if (job.HasEnded && _running) await LoadAsync();
        _running = !job.HasEnded;
    }

    private static string Upto(int count) => count > TokenPage.MostCounted
        ? string.Create(CultureInfo.InvariantCulture, $"{TokenPage.MostCounted:N0}+")
        : count.ToString("N0", CultureInfo.InvariantCulture);
}
