namespace IamConsole.Core.Permissions;

/// <summary>Who asks for something: a session, checked anew at each question.</summary>
/// <param name="SessionId">The hashed identifier of the caller's session.</param>
/// <param name="Client">Where the request came from.</param>
public sealed record Caller(string SessionId, ClientInfo Client)
{
    /// <summary>When a person ordered it, for work in the background: the proof must have been fresh then. Null: now.</summary>
    internal DateTimeOffset? OrderedAt { get; init; }
}
