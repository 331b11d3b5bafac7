using IamConsole.Core.Persistence;

namespace IamConsole.Core.Jobs;

/// <summary>
/// One kind of background work. It may be cut off anywhere and begun again: what is done twice must do no harm. Whatever it
/// writes goes through <see cref="JobRun.WriteAsync"/>, in portions of at most <see cref="Portions.Size"/> rows.
/// </summary>
public interface IJobWork
{
    /// <summary>The kind, as <see cref="Job.Kind"/> keeps it.</summary>
    string Kind { get; }

    /// <summary>Does the work, or what is left of it.</summary>
    Task RunAsync(JobRun run, CancellationToken ct);

    /// <summary>
    /// The job is given up. What waits for it and cannot ask it itself is told so here, in the transaction that ends the job:
    /// a few rows, no more.
    /// </summary>
    Task FailAsync(IamDbContext db, JobRun run, CancellationToken ct) => Task.CompletedTask;
}
