using IamConsole.Core;
using IamConsole.Core.Jobs;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Jobs;

/// <summary>How far a bulk action is: one job, or the latest of the account. It looks every second until the job has ended.</summary>
public sealed partial class JobProgress
{
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(10);
    private JobView? _job;

    [Inject] public required ListJobs Jobs { get; set; }

    [Inject] public required ReadJob Read { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    /// <summary>Which jobs: see <see cref="JobView.Kind"/>.</summary>
    [Parameter, EditorRequired] public required string Kind { get; set; }

    /// <summary>How far a job is, in words.</summary>
    [Parameter, EditorRequired] public required Func<JobView, string> Text { get; set; }

    /// <summary>Where a job's rows are shown.</summary>
    [Parameter, EditorRequired] public required Func<string, string> Address { get; set; }

    /// <summary>What the rows are: "users".</summary>
    [Parameter, EditorRequired] public required string Things { get; set; }

    /// <summary>The job, or null for the latest while it runs and shortly afterwards.</summary>
    [Parameter] public string? Job { get; set; }

    /// <summary>The job went on.</summary>
    [Parameter] public EventCallback<JobView> OnChanged { get; set; }

    /// <summary>Looks at once, after a job was begun.</summary>
    public async Task LookAsync()
    {
        await TryReadAsync(ShowAsync);
        StateHasChanged();
        await WatchAsync(this, () => _job is { HasEnded: false }, ShowAsync);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _ = InvokeAsync(LookAsync);
    }

    private async Task ShowAsync()
    {
        _job = await ReadAsync();
        if (_job is { } job) await OnChanged.InvokeAsync(job);
    }

    private async Task<JobView?> ReadAsync()
    {
        var caller = await Session.TimerAsync();
        if (Job is not null) return (await Read.RunAsync(caller, Job, int.MaxValue, refusedOnly: false, Left)).Value?.Job;
        if ((await Jobs.RunAsync(caller, Kind, Left)).Value is not [var latest, ..]) return null;
        return latest is { FinishedAt: { } ended } && Clock.GetUtcNow() - ended > Shown ? null : latest;
    }
}
