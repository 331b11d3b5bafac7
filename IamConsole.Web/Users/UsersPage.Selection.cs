using System.Globalization;
using IamConsole.Core.BulkActions;
using IamConsole.Core.Jobs;
using IamConsole.Core.Permissions;
using IamConsole.Web.Jobs;
using IamConsole.Web.Sessions;
using UserList = IamConsole.Core.Users.UserPage;

namespace IamConsole.Web.Users;

/// <summary>What is selected, and what was begun with it.</summary>
public sealed partial class UsersPage
{
    private static readonly IReadOnlyList<IamAction> Bulk = [.. Enum.GetValues<BulkActionKind>().Select(kind => new BulkAction(kind).Action)];

    private JobProgress? _progress;
    private IReadOnlyDictionary<IamAction, string>? _missing;
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

    private string? CreateReason => _missing?.GetValueOrDefault(IamAction.CreateUser);

    private string? DeleteReason => _missing?.GetValueOrDefault(IamAction.DeleteUser) ?? _selected.Count switch
    {
        0 => "Select a user first",
        1 => null,
        _ => "Select one user only",
    };

    // Who may do one of them to somebody reads of each user what became of it.
    private string? BulkReason => Bulk.All(action => _missing?.ContainsKey(action) is true) ? _missing![Bulk[0]] : null;

    private async Task<IReadOnlyDictionary<IamAction, string>> ReadMissingAsync() => await Unavailable.RunAsync(
        await Session.CallerAsync(), [IamAction.CreateUser, IamAction.DeleteUser, .. Bulk], Left);

    private KeptSelection? KeepSelection() => _selected.Count == 0 ? null : new([.. _selected.Select(row => row.Id)], _all);

    private void Back(KeptSelection kept) => (_selected, _all) = ([.. _page!.Rows.Where(row => kept.Ids.Contains(row.Id))], kept.All);

    private KeptDialog? Keep() => _deleting ? new("delete") : null;

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
