namespace IamConsole.Core.Jobs;

/// <summary>How an attempt at a job ended.</summary>
/// <param name="State">Finished, failed, or waiting for the next attempt.</param>
/// <param name="Faults">See <see cref="Job.Faults"/>.</param>
/// <param name="NotBefore">When the next attempt may begin, or null: at once.</param>
/// <param name="Reason">Why it was given up, or null.</param>
internal sealed record JobEnd(JobState State, int Faults = 0, DateTimeOffset? NotBefore = null, string? Reason = null)
{
    public static JobEnd Finished { get; } = new(JobState.Finished);

    /// <summary>The server stops.</summary>
    public static JobEnd Stopped(int faults) => new(JobState.Waiting, faults);

    /// <summary>A passing fault.</summary>
    public static JobEnd PutOff(int faults, DateTimeOffset notBefore) => new(JobState.Waiting, faults, notBefore);

    /// <summary>Given up.</summary>
    public static JobEnd Failed(Error error) => new(JobState.Failed, Reason: error.Message);
}
