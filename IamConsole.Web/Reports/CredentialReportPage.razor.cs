using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Reports;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Reports;

/// <summary>The reports of the account: ordered here, made in the background, found again by whoever comes back.</summary>
public sealed partial class CredentialReportPage
{
    private static readonly IamAction[] Offered = [IamAction.GenerateCredentialReport];

    private readonly Dictionary<ReportKind, ReportState?> _states = Enum.GetValues<ReportKind>().ToDictionary(k => k, _ => (ReportState?)null);
    private Error? _refusal;
    private bool _mayGenerate;

    [Inject] public required ReadReportState Reports { get; set; }

    [Inject] public required GenerateCredentialReport Generation { get; set; }

    [Inject] public required ListPermitted Permitted { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var permitted = await Permitted.RunAsync(await Session.CallerAsync(), Offered, Left);
        _mayGenerate = permitted.Contains(IamAction.GenerateCredentialReport);
        foreach (var kind in _states.Keys) await LoadAsync(kind);
    }

    // Not before: the page that is sent first must not wait for a report under way.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await Task.WhenAll(_states.Keys.Select(FollowAsync));
    }

    private async Task LoadAsync(ReportKind kind, bool byTimer = false)
    {
        var caller = byTimer ? await Session.TimerAsync() : await Session.CallerAsync();
        var read = await Reports.RunAsync(caller, kind, Left);
        if (read.Succeeded) _states[kind] = read.Value;
        else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
    }

    private async Task GenerateAsync(ReportKind kind, bool force)
    {
        var ordered = await Generation.RunAsync(await Session.CallerAsync(), kind, force, ToTheEnd);
        if (ordered.Succeeded)
        {
            _states[kind] = ordered.Value;
            _ = InvokeAsync(() => FollowAsync(kind));
        }
        else if (!Navigation.Takes(ordered.Error))
        {
            Messages.Add(new FlashMessage(FlashKind.Error, ordered.Error.Message));
        }

        StateHasChanged();
    }

    // The report is made whether anybody looks on or not.
    private Task FollowAsync(ReportKind kind) =>
        WatchAsync(kind, () => _states[kind] is { IsUnderWay: true } && _refusal is null, () => LoadAsync(kind, byTimer: true));
}
