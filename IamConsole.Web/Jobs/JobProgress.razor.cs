using IamConsole.Core;
using IamConsole.Core.Jobs;
using IamConsole.Core.Persistence;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Jobs;

/// <summary>How far a bulk action is: one job, or the latest of the account. It looks every second until the job has ended.</summary>
public sealed partial class JobProgress
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(10);
    private readonly CancellationTokenSource _gone = new();
    private JobView? _job;
    private bool _looking;

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
        if (_looking || Session.HasEnded) return;
        _looking = true;
        try
        {
            using var timer = new PeriodicTimer(Look, Clock);
            do
            {
                _job = await ReadAsync();
                StateHasChanged();
                if (_job is { } job) await OnChanged.InvokeAsync(job);
            }
            while (_job is { HasEnded: false } && await timer.WaitForNextTickAsync(_gone.Token));
        }
        catch (OperationCanceledException)
        {
            // The page was left; the job goes on.
        }
        catch (Exception error) when (PassingFault.Is(error))
        {
            // Shown as it was; the next visit looks again.
        }
        finally
        {
            _looking = false;
        }
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _ = InvokeAsync(LookAsync);
    }

    private async Task<JobView?> ReadAsync()
    {
        var caller = await Session.TimerAsync();
        if (Job is not null) return (await Read.RunAsync(caller, Job, int.MaxValue, refusedOnly: false, _gone.Token)).Value?.Job;
        if ((await Jobs.RunAsync(caller, Kind, _gone.Token)).Value is not [var latest, ..]) return null;
        return latest is { FinishedAt: { } ended } && Clock.GetUtcNow() - ended > Shown ? null : latest;
    }
}
