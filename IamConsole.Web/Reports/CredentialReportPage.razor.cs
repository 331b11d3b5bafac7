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
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly IamAction[] Offered = [IamAction.GenerateCredentialReport];

    private readonly Dictionary<ReportKind, ReportState?> _states = Enum.GetValues<ReportKind>().ToDictionary(k => k, _ => (ReportState?)null);
    private readonly CancellationTokenSource _left = new();
    private Error? _refusal;
    private bool _mayGenerate;

    [Inject] public required ReadReportState Reports { get; set; }

    [Inject] public required GenerateCredentialReport Generation { get; set; }

    [Inject] public required ListPermitted Permitted { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var permitted = await Permitted.RunAsync(await Session.CallerAsync(), Offered, CancellationToken.None);
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
        var read = await Reports.RunAsync(caller, kind, CancellationToken.None);
        if (read.Succeeded) _states[kind] = read.Value;
        else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
    }

    private async Task GenerateAsync(ReportKind kind, bool force)
    {
        var ordered = await Generation.RunAsync(await Session.CallerAsync(), kind, force, CancellationToken.None);
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

    private async Task FollowAsync(ReportKind kind)
    {
        using var timer = new PeriodicTimer(BetweenLooks, Clock);
        try
        {
            while (_states[kind] is { IsUnderWay: true } && _refusal is null && !Session.HasEnded)
            {
                await timer.WaitForNextTickAsync(_left.Token);
                await LoadAsync(kind, byTimer: true);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left; the report is made all the same.
        }
    }
}
