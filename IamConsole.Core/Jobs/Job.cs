namespace IamConsole.Core.Jobs;

/// <summary>Work in the background: begun by a person, done by <see cref="JobRunner"/>, found again by anybody who may look.</summary>
public sealed class Job
{
    /// <summary>Random identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The account, or null for the operator's.</summary>
    public required string? AccountId { get; init; }

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

    /// <summary>Why it was given up, for the screen, or null.</summary>
    public string? Reason { get; set; }

    /// <summary>Until when a runner holds it; another one takes over after that.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>
    /// Rises each time a runner takes it. Whatever the work writes, it writes on the condition that this is still the number it
    /// was taken under: a server that slept while another one took over writes nothing any more.
    /// </summary>
    public int Attempt { get; set; }

    /// <summary>The <see cref="JobHolder.Name"/> of who took it last, or null.</summary>
    public string? Holder { get; set; }

    /// <summary>How often in a row it was cut off by a passing fault or the death of a server without having come any further.</summary>
    public int Faults { get; set; }

    /// <summary>Nobody takes it before, or null.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>In whose name a step is done.</summary>
    internal Permissions.Caller CallerOf(string sessionId) => new(sessionId, new ClientInfo(Address, null, "job-" + Id)) { OrderedAt = CreatedAt };
}
