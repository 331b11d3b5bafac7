using IamConsole.Core.Sessions;
using IamConsole.Core.Users;

namespace IamConsole.Core.Policies;

/// <summary>A session that never was, for questions of the kind "what if": without MFA, begun at no time.</summary>
internal static class PretendedSession
{
    public static Session Of(IamUser user) => new()
    {
        Id = "",
        AccountId = user.AccountId,
        UserId = user.Id,
        Kind = SessionKind.Console,
        SecurityStamp = "",
        CreatedAt = default,
        ExpiresAt = default,
        LastActivityAt = default,
        ProvenAt = default,
    };
}
