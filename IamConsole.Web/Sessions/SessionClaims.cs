using System.Security.Claims;
using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;

namespace IamConsole.Web.Sessions;

/// <summary>A session as a principal. Claims name the person; rights are asked of the gate each time.</summary>
public static class SessionClaims
{
    /// <summary>Authentication scheme.</summary>
    public const string Scheme = "IamSession";

    /// <summary>Hashed session identifier.</summary>
    public const string SessionId = "session";

    /// <summary>What the session is good for.</summary>
    public const string Kind = "session-kind";

    /// <summary>Twelve digits.</summary>
    public const string Account = "account";

    /// <summary>Alias, or number.</summary>
    public const string AccountLabel = "account-label";

    /// <summary>"true" for root.</summary>
    public const string IsRoot = "root";

    private const string Address = "client-address";
    private const string UserAgent = "client-agent";

    /// <summary>The principal of a session.</summary>
    public static ClaimsPrincipal Principal(SessionView session, ClientInfo client)
    {
        var identity = new ClaimsIdentity(Scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaims([
            new(ClaimTypes.NameIdentifier, session.UserId), new(ClaimTypes.Name, session.UserName),
            new(SessionId, session.SessionId), new(Kind, session.Kind.ToString()),
            new(Account, session.AccountId), new(AccountLabel, session.AccountLabel),
            new(IsRoot, session.IsRoot ? "true" : "false"),
            new(Address, client.Address ?? ""), new(UserAgent, client.UserAgent ?? ""),
        ]);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The caller for use cases.</summary>
    public static Caller Caller(this ClaimsPrincipal user, string? requestId = null) => new(
        user.FindFirstValue(SessionId) ?? "",
        new ClientInfo(user.FindFirstValue(Address), user.FindFirstValue(UserAgent), requestId));

    /// <summary>The signed-in user's identifier.</summary>
    public static string UserId(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    /// <summary>Whether the signed-in user is root.</summary>
    public static bool IsRootUser(this ClaimsPrincipal user) => user.HasClaim(IsRoot, "true");
}
