using IamConsole.Core;
using IamConsole.Core.Consignments;
using IamConsole.Web.Controls;
using IamConsole.Web.HardwareTokens;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Consignments;

/// <summary>One import: its verdicts to decide on, its progress, its result. It has an address, so it can be left and found again.</summary>
public sealed partial class ConsignmentPage
{
    private ConsignmentDetail? _detail;
    private Error? _refusal;
    private Error? _error;
    private bool _goodOnly = true;
    private bool _missing;
    private bool _undoing;

    [Inject] public required GetConsignment Consignments { get; set; }

    [Inject] public required ImportConsignment Import { get; set; }

    [Inject] public required UndoConsignment Undo { get; set; }

    [Inject] public required DiscardConsignment Discard { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Parameter] public required string ConsignmentId { get; set; }

    private bool Reviewed => _detail?.Consignment.State is ConsignmentState.Reviewed;

    private string NextText => !Reviewed ? "Finish" : $"Import {Moments.Count(_detail!.Consignment.Good, "token")}";

    private string? NextReason => Reviewed && _detail!.Consignment.Good == 0 ? "No row of this file can be imported" : null;

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
        var read = await NewestAsync((caller, ct) => Consignments.RunAsync(caller, ConsignmentId, _after, _all, ct));
        if (read.Succeeded) _detail = read.Value;
        else if (read.Error == ConsignmentErrors.NoSuchConsignment) _missing = true;
        else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
    }

    // While something moves; a person who looks on is no activity.
    private Task WatchAsync() => WatchAsync(this, () => IsMoving, async () =>
    {
        var read = await Consignments.RunAsync(await Session.TimerAsync(), ConsignmentId, _after, _all, Left);
        if (read.Succeeded) _detail = read.Value;
    });

    private async Task NextAsync()
    {
        if (!Reviewed)
        {
            GoTo(TokenAddress.List);
            return;
        }

        await ImportAsync();
    }

    private async Task ImportAsync()
    {
        if (await DoAsync(
                async () => await Import.RunAsync(await Session.CallerAsync(), ConsignmentId, !_goodOnly, ToTheEnd),
                $"import {Moments.Count(_detail!.Consignment.Good, "token")}"))
            _ = WatchAsync();
    }

    private async Task<bool> DoAsync(Func<Task<Result>> change, string purpose)
    {
        using var act = BeginAct();
        if (act is null) return false;
        _error = null;
        var done = await change();
        if (done.Error is { } error && !await StepUp.TakesAsync(error, purpose)) _error = error;
        await LoadAsync();
        return done.Succeeded;
    }

    private Task DiscardAsync() => LeaveAsync(TokenAddress.List);

    private Task DiscardAndBeginAsync() => LeaveAsync(ConsignmentAddress.Begin);

    private async Task LeaveAsync(string to)
    {
        using var act = BeginAct();
        if (act is null) return;
        var discarded = await Discard.RunAsync(await Session.CallerAsync(), ConsignmentId, ToTheEnd);
        if (discarded.Succeeded) GoTo(to);
        else if (!await StepUp.TakesAsync(discarded.Error!, "discard an import of tokens")) _error = discarded.Error;
    }
}
