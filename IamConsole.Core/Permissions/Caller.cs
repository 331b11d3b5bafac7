namespace IamConsole.Core.Permissions;

/// <summary>Who asks for something: a session, checked anew at each question.</summary>
/// <param name="SessionId">The hashed identifier of the caller's session.</param>
/// <param name="Client">Where the request came from.</param>
public sealed record Caller(string SessionId, ClientInfo Client)
{
    /// <summary>Whether a page's timer asks, not a person: permitted or not as ever, but no activity of the session.</summary>
    public bool IsTimer { get; init; }

    /// <summary>When a person ordered it, for work in the background: the proof must have been fresh then. Null: now.</summary>
    internal DateTimeOffset? OrderedAt { get; init; }

    /// <summary>For work in the background: what each of its transactions asks and keeps. Null for people.</summary>
    internal IStepGuard? Guard { get; init; }
}
