namespace IamConsole.Core.Jobs;

/// <summary>One kind of background work. It may be cut off anywhere and begun again: what is done twice must do no harm.</summary>
public interface IJobWork
{
    /// <summary>The kind, as <see cref="Job.Kind"/> keeps it.</summary>
    string Kind { get; }

    /// <summary>Does the work, or what is left of it.</summary>
    Task RunAsync(JobRun run, CancellationToken ct);
}
