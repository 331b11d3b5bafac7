using System.Data.Common;
using IamConsole.Core;
using IamConsole.Core.Consignments;
using IamConsole.Core.Persistence;
using IamConsole.Web.Controls;
using IamConsole.Web.HardwareTokens;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Consignments;

/// <summary>One import: its verdicts to decide on, its progress, its result. It has an address, so it can be left and found again.</summary>
public sealed partial class ConsignmentPage : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _gone = new();
    private ConsignmentDetail? _detail;
    private Error? _refusal;
    private Error? _error;
    private bool _goodOnly = true;
    private bool _missing;
    private bool _busy;
    private bool _undoing;

    [Inject] public required GetConsignment Consignments { get; set; }

    [Inject] public required ImportConsignment Import { get; set; }

    [Inject] public required UndoConsignment Undo { get; set; }

    [Inject] public required DiscardConsignment Discard { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [Parameter] public required string ConsignmentId { get; set; }

    private bool Reviewed => _detail?.Consignment.State is ConsignmentState.Reviewed;

    private string NextText => !Reviewed ? "Finish" : $"Import {Moments.Count(_detail!.Consignment.Good, "token")}";

    private string? NextReason => Reviewed && _detail!.Consignment.Good == 0 ? "No row of this file can be imported" : null;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (_detail is { Rows.Count: 0 }) await ShowAsync(true);
        _ = InvokeAsync(WatchAsync);
    }

    private KeptDialog Keep() => new(_undoing ? "undo" : "", Chosen: _goodOnly ? "good" : "all");

    private void Back(KeptDialog kept) => (_undoing, _goodOnly) = (kept.Open == "undo", kept.Chosen == "good");

    private async Task LoadAsync()
    {
        var read = await Consignments.RunAsync(await Session.CallerAsync(), ConsignmentId, _after, _all, CancellationToken.None);
        if (read.Succeeded) _detail = read.Value;
        else if (read.Error == ConsignmentErrors.NoSuchConsignment) _missing = true;
        else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
    }

    // While the job runs; a person who looks on is no activity.
    private async Task WatchAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(Look, Clock);
            while (_detail?.Consignment.State is ConsignmentState.Importing && await timer.WaitForNextTickAsync(_gone.Token))
            {
                var read = await Consignments.RunAsync(await Session.TimerAsync(), ConsignmentId, _after, _all, _gone.Token);
                if (read.Succeeded) _detail = read.Value;
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left; the job goes on.
        }
        catch (Exception error) when (error is DatabaseBusyException or DbException)
        {
            // Shown as it was; the next visit looks again.
        }
    }

    private async Task NextAsync()
    {
        if (!Reviewed)
        {
            Navigation.NavigateTo(TokenAddress.List);
            return;
        }

        if (await DoAsync(async () => await Import.RunAsync(await Session.CallerAsync(), ConsignmentId, !_goodOnly, CancellationToken.None), $"import {Moments.Count(_detail!.Consignment.Good, "token")}"))
            await WatchAsync();
    }

    private async Task UndoAsync()
    {
        if (!await DoAsync(async () => await Undo.RunAsync(await Session.CallerAsync(), ConsignmentId, CancellationToken.None), "undo an import of tokens")) return;
        _undoing = false;
        Messages.Add(new FlashMessage(FlashKind.Success, "The import is undone. Its tokens are no longer in stock."));
    }

    private async Task<bool> DoAsync(Func<Task<Result>> act, string purpose)
    {
        if (_busy) return false;
        (_busy, _error) = (true, null);
        try
        {
            var done = await act();
            if (done.Error is { } error && !await StepUp.TakesAsync(error, purpose)) _error = error;
            await LoadAsync();
            return done.Succeeded;
        }
        finally
        {
            _busy = false;
        }
    }

    private Task DiscardAsync() => LeaveAsync(TokenAddress.List);

    private Task DiscardAndBeginAsync() => LeaveAsync(ConsignmentAddress.Begin);

    private async Task LeaveAsync(string to)
    {
        await Discard.RunAsync(await Session.CallerAsync(), ConsignmentId, CancellationToken.None);
        Navigation.NavigateTo(to);
    }
}
