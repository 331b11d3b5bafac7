using IamConsole.Core;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Permissions;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace IamConsole.Web.AuditTrail;

/// <summary>The account's audit events. Filter, page and selected event stand in the address: a finding can be sent to a colleague.</summary>
public sealed partial class AuditEventsPage
{
    private readonly Stack<long?> _before = new();
    private EventQuery _query = new(new EventFilter(), EventQuery.DefaultRange);
    private (EventQuery Query, long? Before)? _shown;
    private EventPage? _page;
    private EventDetail? _detail;
    private Error? _refusal;
    private Error? _missing;
    private bool _loading;
    private bool _exporting;

    [Inject] public required LookupEvents Events { get; set; }

    [Inject] public required GetEvent Event { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [SupplyParameterFromQuery(Name = "name")] public string? EventName { get; set; }

    [SupplyParameterFromQuery(Name = "user")] public string? UserName { get; set; }

    [SupplyParameterFromQuery(Name = "resource")] public string? Resource { get; set; }

    [SupplyParameterFromQuery(Name = "device")] public string? Device { get; set; }

    [SupplyParameterFromQuery(Name = "address")] public string? SourceAddress { get; set; }

    [SupplyParameterFromQuery(Name = "result")] public string? Result { get; set; }

    [SupplyParameterFromQuery(Name = "range")] public string? Range { get; set; }

    [SupplyParameterFromQuery(Name = "from")] public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")] public string? To { get; set; }

    /// <summary>The event before which the page begins.</summary>
    [SupplyParameterFromQuery(Name = "before")] public long? Before { get; set; }

    /// <summary>The event whose record is open.</summary>
    [SupplyParameterFromQuery(Name = "event")] public long? Sequence { get; set; }

    private bool Filtered => _query != new EventQuery(new EventFilter(), EventQuery.DefaultRange);

    private string? Counter => _page is null ? null
        : _page.Count > EventPage.CountedUpTo ? "1,000+" : _page.Count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    private IReadOnlyList<EventRow> Selected => _page is null ? [] : [.. _page.Rows.Where(r => r.Sequence == Sequence)];

    private string? Proof => _detail is null ? null
        : EventAddress.Of(new EventQuery(new EventFilter(), EventQuery.DefaultRange), EventAddress.Download, _detail.Row.Sequence, format: ExportFormat.Extract);

    protected override async Task OnParametersSetAsync()
    {
        var address = QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query);
        _query = EventQuery.Read(key => address.TryGetValue(key, out var value) ? value.ToString() : null);
        if (_shown != (_query, Before)) await LoadAsync();
        await OpenAsync();
    }

    private async Task LoadAsync()
    {
        var (query, before) = (_query, Before);
        (_shown, _loading) = ((query, before), true);
        await TryReadAsync(async () =>
        {
            var read = await NewestAsync((caller, ct) => Events.RunAsync(caller, query.At(Clock.GetUtcNow()), before, ct), nameof(LoadAsync));
            if (read.Succeeded) _page = read.Value;
            else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
        });
        if (Reference is not null) _page = null;
        _loading = false;
    }

    private async Task OpenAsync()
    {
        if (Sequence is null) (_detail, _missing) = (null, null);
        if (Sequence is not { } sequence || _detail?.Row.Sequence == sequence || Reference is not null) return;
        await TryReadAsync(async () =>
        {
            var read = await NewestAsync((caller, ct) => Event.RunAsync(caller, sequence, ct), nameof(OpenAsync));
            if (Sequence == sequence) (_detail, _missing) = (read.Value, read.Error);
        });
        if (Reference is not null) _page = null;
    }

    private void Filter(EventQuery query)
    {
        _before.Clear();
        GoTo(EventAddress.Of(query));
    }

    private void Select(IReadOnlyList<EventRow> rows) => GoTo(Address(rows[0].Sequence));

    private string Address(long? selected) => EventAddress.Of(_query, selected: selected, before: Before);

    private void Next()
    {
        _before.Push(Before);
        GoTo(EventAddress.Of(_query, before: _page?.NextBefore));
    }

    // Who came here by an address, not by "Next page", begins at the first page.
    private void Previous() => GoTo(EventAddress.Of(_query, before: _before.TryPop(out var before) ? before : null));
}
