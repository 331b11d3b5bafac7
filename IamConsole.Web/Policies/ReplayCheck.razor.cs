using System.Globalization;
using System.Text.Json;
using IamConsole.Core;
using IamConsole.Core.Groups;
using IamConsole.Core.Jobs;
using IamConsole.Core.Policies;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Policies;

/// <summary>
/// Runs a draft through the recorded decisions in the background. Whoever leaves the page meanwhile finds the check again.
/// </summary>
public sealed partial class ReplayCheck
{
    private IReadOnlyList<GroupRow> _groups = [];
    private JobView? _job;
    private PolicyDraft? _asked;
    private ReplayOutcome? _outcome;
    private Error? _error;
    private string? _group = "";

    [Inject] public required ReplayPolicy Replay { get; set; }

    [Inject] public required ListJobs Jobs { get; set; }

    [Inject] public required ReadJob Job { get; set; }

    [Inject] public required ListGroups Groups { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public required string Document { get; set; }

    /// <summary>The managed policy whose new text it is, or null.</summary>
    [Parameter] public string? Replaces { get; set; }

    /// <summary>The user whose inline policy it will be, or null.</summary>
    [Parameter] public string? UserId { get; set; }

    /// <summary>The group whose inline policy it will be, or null.</summary>
    [Parameter] public string? GroupName { get; set; }

    /// <summary>The inline policy whose new text it is, or null.</summary>
    [Parameter] public string? InlineName { get; set; }

    /// <summary>A new managed policy is attached to nobody yet: the page asks to whom it would be.</summary>
    [Parameter] public bool ChoosesAudience { get; set; }

    /// <summary>The document of the last check is wanted back.</summary>
    [Parameter] public EventCallback<string> OnRestore { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var caller = await Session.CallerAsync();
        if (ChoosesAudience && await Groups.RunAsync(caller, Left) is { Succeeded: true } groups) _groups = groups.Value;

        // Who may not read jobs reads why when he starts one.
        var listed = await Jobs.RunAsync(caller, PolicyReplay.JobKind, Left);
        if (listed.Succeeded && listed.Value.FirstOrDefault(IsOurs) is { } latest) Show(latest);
        Watch();
    }

    private static string Counted(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static PolicyDraft? DraftOf(JobView job) =>
        job.Parameters is null ? null : JsonSerializer.Deserialize<PolicyDraft>(job.Parameters);

    private bool IsOurs(JobView job) => DraftOf(job) is { } draft && draft.Replaces == Replaces && draft.UserId == UserId && draft.InlineName == InlineName
        && (ChoosesAudience || draft.GroupName == GroupName);

    private void Show(JobView job)
    {
        (_job, _asked) = (job, DraftOf(job));
        _outcome = job.Outcome is null ? null : JsonSerializer.Deserialize<ReplayOutcome>(job.Outcome);
    }

    private async Task StartAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        _error = null;
        var draft = new PolicyDraft(Document, Replaces, UserId, ChoosesAudience && !string.IsNullOrEmpty(_group) ? _group : GroupName, InlineName);
        var started = await Replay.RunAsync(await Session.CallerAsync(), draft, ToTheEnd);
        if (started.Succeeded) await LookAsync(started.Value);
        else if (!Navigation.Takes(started.Error)) _error = started.Error;

        Watch();
    }

    private async Task LookAsync(string jobId)
    {
        var read = await Job.RunAsync(await Session.TimerAsync(), jobId, 0, false, Left);
        if (read.Succeeded) Show(read.Value.Job);
        else if (!Navigation.Takes(read.Error)) (_job, _error) = (null, read.Error);
    }

    // Not waited for; the check goes on without the page.
    private void Watch() => _ = WatchAsync(this, () => _job is { HasEnded: false }, () => LookAsync(_job!.Id));
}
