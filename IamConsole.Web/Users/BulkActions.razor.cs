using IamConsole.Core;
using IamConsole.Core.BulkActions;
using IamConsole.Core.Groups;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>"Actions" over the selected users.</summary>
public sealed partial class BulkActions
{
    private static readonly Error NoGroup = new("ValidationError", "Choose a group.");
    private IReadOnlyList<string> _groups = [];
    private BulkActionKind? _asked;
    private string? _group;
    private string? _typed;
    private Error? _error;
    private ReminderReach? _reach;

    [Inject] public required StartBulkAction Start { get; set; }

    [Inject] public required MeasureReminder Measure { get; set; }

    [Inject] public required ListGroups Groups { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    /// <summary>The chosen rows of the page.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<UserRow> Selected { get; set; }

    /// <summary>How many users were chosen on all pages, or null when only those of the page.</summary>
    [Parameter] public int? All { get; set; }

    /// <summary>The list they were chosen from.</summary>
    [Parameter, EditorRequired] public required UserQuery Query { get; set; }

    /// <summary>Why none of the actions can be begun, or null.</summary>
    [Parameter] public string? Missing { get; set; }

    [Parameter] public EventCallback OnStarted { get; set; }

    // Null: every user of the list.
    private List<string>? Chosen => All is null ? [.. Selected.Select(row => row.Id)] : null;

    private int Count => All ?? Selected.Count;

    private string Question => _asked is { } kind ? $"{BulkActionText.Title(kind)} for {Moments.Count(Count, "user")}?" : "";

    // A proof of identity that is too old is asked for now, not of each row in the background.
    private async Task AskAsync(string chosen)
    {
        using var act = BeginAct();
        if (act is null) return;
        var kind = Enum.Parse<BulkActionKind>(chosen);
        var user = kind is BulkActionKind.AddToGroup || Selected.Count == 0 ? null : Selected[0].Id;
        var may = await Gate.RunAsync(await Session.CallerAsync(), new BulkAction(kind).Action, user, Left);
        if (may.Error is { } refusal && PermissionErrors.IsStepUp(refusal) && !await StepUp.PermitsAsync(may, Purpose(kind), "bulk", new KeptDialog(chosen))) return;
        if (may.Error is { } ended && Navigation.Takes(ended)) return;
        await OpenAsync(kind);
    }

    private string Purpose(BulkActionKind kind) => BulkActionText.Purpose(kind, Count);

    private KeptDialog? Keep() => _asked is { } asked ? new(asked.ToString(), Typed: _typed, Chosen: _group) : null;

    private async Task BackAsync(KeptDialog kept)
    {
        await OpenAsync(Enum.Parse<BulkActionKind>(kept.Open));
        (_typed, _group) = (kept.Typed, kept.Chosen);
    }

    private async Task OpenAsync(BulkActionKind kind)
    {

        if (kind is BulkActionKind.AddToGroup)
        {
            var listed = await Groups.RunAsync(await Session.CallerAsync(), Left);
            if (listed.Succeeded) _groups = [.. listed.Value.Select(group => group.Name)];
            else if (!Navigation.Takes(listed.Error)) Messages.Add(new FlashMessage(FlashKind.Error, listed.Error.Message));
            if (!listed.Succeeded) return;
        }

        var reach = kind is BulkActionKind.RemindOfMfa ? await Measure.RunAsync(await Session.CallerAsync(), Chosen, Query, Left) : null;
        if (reach?.Error is { } uncounted)
        {
            if (!Navigation.Takes(uncounted)) Messages.Add(new FlashMessage(FlashKind.Error, uncounted.Message));
            return;
        }

        (_asked, _group, _typed, _error, _reach) = (kind, null, null, null, reach?.Value);
    }

    private async Task StartAsync()
    {
        using var act = BeginAct();
        if (act is null || _asked is not { } kind) return;
        if (kind is BulkActionKind.AddToGroup && string.IsNullOrEmpty(_group))
        {
            _error = NoGroup;
            return;
        }

        var action = new BulkAction(kind, kind is BulkActionKind.AddToGroup ? _group : null);
        var started = await Start.RunAsync(await Session.CallerAsync(), action, Chosen, Query, ToTheEnd);
        if (started.Succeeded) await StartedAsync();
        else if (!await StepUp.TakesAsync(started.Error, Purpose(kind))) _error = started.Error;
    }

    private Task StartedAsync()
    {
        Close();
        return OnStarted.InvokeAsync();
    }

    private void Close() => _asked = null;
}
