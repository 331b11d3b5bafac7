namespace IamConsole.Core.Jobs;

/// <summary>Work in the background: begun by a person, done by <see cref="JobRunner"/>, found again by anybody who may look.</summary>
public sealed class Job
{
    /// <summary>Random identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>Which <see cref="IJobWork"/> does it.</summary>
    public required string Kind { get; init; }

    /// <summary>Who began it.</summary>
    public required string StartedBy { get; init; }

    /// <summary>The name at the time of who began it.</summary>
    public required string StartedByName { get; init; }

    /// <summary>The session it was begun in; each step asks the gate in its name.</summary>
    public required string SessionId { get; init; }

    /// <summary>Where the request came from.</summary>
    public string? Address { get; init; }

    /// <summary>What is to be done, as JSON; never a secret.</summary>
    public string? Parameters { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>See <see cref="JobState"/>.</summary>
    public JobState State { get; set; }

    /// <summary>Steps in all, as far as known.</summary>
    public long Total { get; set; }

    /// <summary>Steps behind it, refused ones included.</summary>
    public long Done { get; set; }

    /// <summary>Steps that were refused.</summary>
    public long Refused { get; set; }

    /// <summary>What came of it, as JSON, or null; never a secret.</summary>
    public string? Outcome { get; set; }

    /// <summary>Until when a runner holds it; another one takes over after that.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>In whose name a step is done.</summary>
    internal Permissions.Caller CallerOf(string sessionId) => new(sessionId, new ClientInfo(Address, null, "job-" + Id)) { OrderedAt = CreatedAt };
}
