namespace IamConsole.Core.Jobs;

/// <summary>A job as pages show it.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Kind">See <see cref="IJobWork.Kind"/>.</param>
/// <param name="StartedByName">Who began it.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="FinishedAt">When it ended, or null.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Total">Steps in all, as far as known.</param>
/// <param name="Done">Steps behind it.</param>
/// <param name="Refused">Steps that were refused.</param>
/// <param name="Parameters">What was to be done, as JSON.</param>
/// <param name="Outcome">What came of it, as JSON.</param>
/// <param name="Reason">Why it was given up, or null.</param>
public sealed record JobView(
    string Id, string Kind, string StartedByName, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt, JobState State,
    long Total, long Done, long Refused, string? Parameters, string? Outcome, string? Reason)
{
    internal static JobView Of(Job job) => new(
        job.Id, job.Kind, job.StartedByName, job.CreatedAt, job.FinishedAt, job.State, job.Total, job.Done, job.Refused, job.Parameters, job.Outcome,
        job.Reason);

    /// <summary>Whether it has ended, well or not.</summary>
    public bool HasEnded => State is JobState.Finished or JobState.Failed;

    /// <summary>How far it is, 0 to 100.</summary>
    public int Percent => HasEnded ? 100 : Total == 0 ? 0 : (int)Math.Min(100, 100 * Done / Total);
}
