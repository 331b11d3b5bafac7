using System.Globalization;
using IamConsole.Core.Jobs;
using UserList = IamConsole.Core.Users.UserPage;

namespace IamConsole.Web.Users;

/// <summary>What is selected, and what was begun with it.</summary>
public sealed partial class UsersPage
{
    private BulkProgress? _progress;
    private bool _all;
    private bool _running;

    private string? Counter => _page is null ? null
        : (_selected.Count > 0 ? $"{(_all && Offer ? Countable : _selected.Count).ToString("N0", CultureInfo.InvariantCulture)}/" : "") + _page.Total.ToString("N0", CultureInfo.InvariantCulture);

    private int Countable => (int)Math.Min(_page?.Matches ?? _page?.Total ?? 0, UserList.MostCounted + 1);

    private bool Offer => _page is { } page && page.Rows.Count > 1 && _selected.Count == page.Rows.Count
        && Countable > page.Rows.Count && Countable <= UserList.MostCounted;

    private string? Matches => _page?.Matches switch
    {
        null => null,
        1 => "1 match",
        > UserList.MostCounted => $"{UserList.MostCounted.ToString("N0", CultureInfo.InvariantCulture)}+ matches",
        { } count => $"{count.ToString("N0", CultureInfo.InvariantCulture)} matches",
    };

    private string? DeleteReason => _selected.Count switch
    {
        0 => "Select a user first",
        1 => null,
        _ => "Select one user only",
    };

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
}
