namespace IamConsole.Core.Jobs;

/// <summary>One row of a job and what came of it.</summary>
public sealed class JobItem
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }

    /// <summary>Its place, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it is about: a user's identifier.</summary>
    public required string Subject { get; init; }

    /// <summary>What people call that.</summary>
    public required string Label { get; init; }

    /// <summary>See <see cref="JobItemState"/>.</summary>
    public JobItemState State { get; set; }

    /// <summary>Why it was refused, or what else there is to say of it, for the screen; null otherwise.</summary>
    public string? Message { get; set; }
}
