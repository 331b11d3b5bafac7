using IamConsole.Core;
using IamConsole.Core.Jobs;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Jobs;

/// <summary>What came of background work, row by row, while it runs and afterwards.</summary>
public sealed partial class JobResults
{
    private const int PageSize = 200;
    private readonly Stack<int> _before = new();
    private JobWithItems? _read;
    private Error? _error;
    private int _after;
    private bool _refusedOnly;

    [Inject] public required ReadJob Read { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Parameter, EditorRequired] public required string JobId { get; set; }

    /// <summary>See <see cref="JobProgress.Kind"/>.</summary>
    [Parameter, EditorRequired] public required string Kind { get; set; }

    /// <summary>See <see cref="JobProgress.Text"/>.</summary>
    [Parameter, EditorRequired] public required Func<JobView, string> Text { get; set; }

    /// <summary>See <see cref="JobProgress.Address"/>.</summary>
    [Parameter, EditorRequired] public required Func<string, string> Address { get; set; }

    /// <summary>What the rows are: "users".</summary>
    [Parameter, EditorRequired] public required string Things { get; set; }

    /// <summary>The heading over their names.</summary>
    [Parameter, EditorRequired] public required string Column { get; set; }

    /// <summary>The page of what a row is about, by its name.</summary>
    [Parameter, EditorRequired] public required Func<string, string> LinkTo { get; set; }

    private bool HasNext => _read is { } read && read.Items.Count == PageSize && (_refusedOnly || read.Items[^1].Number < read.Job.Total);

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var read = await NewestAsync((caller, ct) => Read.RunAsync(caller, JobId, _after, _refusedOnly, ct));
        if (read.Succeeded) _read = read.Value;
        else if (!Navigation.Takes(read.Error)) _error = read.Error;
    }

    private Task ToggleAsync()
    {
        (_refusedOnly, _after) = (!_refusedOnly, 0);
        _before.Clear();
        return LoadAsync();
    }

    private Task NextAsync()
    {
        _before.Push(_after);
        _after = _read!.Items[^1].Number;
        return LoadAsync();
    }

    private Task PreviousAsync()
    {
        _after = _before.Pop();
        return LoadAsync();
    }

    private StatusKind StatusOf(JobItemView item) => item.State switch
    {
        JobItemState.Pending => _read is { Job.HasEnded: true } ? StatusKind.Stopped : StatusKind.Pending,
        JobItemState.Done => StatusKind.Success,
        JobItemState.Refused => StatusKind.Error,
        JobItemState.InPart => StatusKind.Warning,
    };

    private string TextOf(JobItemView item) => item.State switch
    {
        JobItemState.Pending when _read is { Job.HasEnded: true } => "Not done",
        JobItemState.Pending => "Waiting",
        JobItemState.Done => "Done",
        JobItemState.Refused => "Refused",
        JobItemState.InPart => "In part",
    };
}
