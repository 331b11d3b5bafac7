using IamConsole.Core;
using IamConsole.Core.Sessions;
using IamConsole.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Sessions;

/// <summary>Where a user is signed in, and the end of it: the same for oneself and for an administrator.</summary>
public sealed partial class ActiveSessions
{
    private const string All = "";
    private IReadOnlyList<SessionRow>? _sessions;
    private Error? _error;
    private Error? _refusal;
    private string? _ending;

    [Inject] public required ListSessions Sessions { get; set; }

    [Inject] public required EndSession Ends { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    /// <summary>Whose sessions.</summary>
    [Parameter, EditorRequired] public required string UserId { get; set; }

    /// <summary>Whether they are one's own.</summary>
    [Parameter] public bool Own { get; set; }

    private int Others => _sessions?.Count(session => !session.IsCurrent) ?? 0;

    private string AllText => Own ? "End all other sessions" : "End all sessions";

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var listed = await NewestAsync((caller, ct) => Sessions.RunAsync(caller, UserId, ct));
        if (listed.Succeeded) (_sessions, _error) = (listed.Value, null);
        else if (!Navigation.Takes(listed.Error)) _error = listed.Error;
    }

    private async Task EndAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        _refusal = null;
        var handle = _ending == All ? null : _ending;
        var ended = await Ends.RunAsync(await Session.CallerAsync(), UserId, handle, ToTheEnd);
        if (ended.Succeeded) await ShowAsync(ended.Value.Count);
        else if (!Navigation.Takes(ended.Error)) _refusal = ended.Error;
    }

    private async Task ShowAsync(int ended)
    {
        Close();
        Messages.Add(new FlashMessage(FlashKind.Success, ended == 1 ? "1 session has ended." : $"{ended} sessions have ended."));
        await LoadAsync();
    }

    private void Close() => (_ending, _refusal) = (null, null);
}
