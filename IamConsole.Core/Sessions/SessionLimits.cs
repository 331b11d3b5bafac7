using IamConsole.Core.Accounts;
using IamConsole.Core.Users;

namespace IamConsole.Core.Sessions;

/// <summary>How long a session lives (NIST SP 800-63B-4 AAL2 for users, AAL3-style for root).</summary>
public static class SessionLimits
{
    /// <summary>At most, whatever happens.</summary>
    public static readonly TimeSpan Overall = TimeSpan.FromHours(12);

    /// <summary>Without activity, for an IAM user.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    /// <summary>Without activity, for root.</summary>
    public static readonly TimeSpan RootIdle = TimeSpan.FromMinutes(15);

    /// <summary>For assigning a first device inside a sign-in.</summary>
    public static readonly TimeSpan Enrolment = TimeSpan.FromMinutes(15);

    /// <summary>A change of a factor asks for a factor again when the last proof is older.</summary>
    public static readonly TimeSpan FreshProof = TimeSpan.FromMinutes(10);

    /// <summary>How far the clocks of servers with one database may be apart.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether the session lives for <paramref name="user"/> at <paramref name="now"/>. A console session without MFA ends with
    /// the grace in which MFA could be put off.
    /// </summary>
    public static bool IsAlive(Session session, IamUser user, Account account, DateTimeOffset now) =>
        session.EndedAt is null
        && now < session.ExpiresAt

        // One that begins later was made by a clock that was wrong, and would last until then.
        && session.CreatedAt - now < ClockSkew
        && now - session.LastActivityAt < (user.IsRoot ? RootIdle : Idle)
        && user.HasConsoleAccess
        && session.SecurityStamp == user.SecurityStamp
        && (session.Kind is SessionKind.Enrolment || !MfaRequirement.IsOverdue(user, account, now));
}
