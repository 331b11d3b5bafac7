namespace IamConsole.Core.Sessions;

/// <summary>A living session as its user sees it. What the cookie or the database knows it by is never shown.</summary>
/// <param name="Handle">Names the session to <see cref="EndSession"/> and to nothing else.</param>
/// <param name="IsCurrent">Whether it is the session that asks.</param>
/// <param name="Address">Where it began, or null when nobody knows.</param>
/// <param name="UserAgent">The browser, as it called itself.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="LastActivityAt">The last thing a person did, to the minute.</param>
/// <param name="IsMfa">Whether an MFA device was proven in it.</param>
public sealed record SessionRow(
    string Handle, bool IsCurrent, string? Address, string? UserAgent, DateTimeOffset StartedAt, DateTimeOffset LastActivityAt, bool IsMfa)
{
    internal static SessionRow Of(Session session, string currentId) => new(
        HandleOf(session), session.Id == currentId, session.Address, session.UserAgent, session.CreatedAt, session.LastActivityAt, session.IsMfa);

    internal static string HandleOf(Session session) => SecretToken.Hash("handle:" + session.Id);
}
