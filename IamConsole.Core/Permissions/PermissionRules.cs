using IamConsole.Core.Sessions;
using IamConsole.Core.Users;

namespace IamConsole.Core.Permissions;

/// <summary>
/// The rules of today: root may do everything in its account, an administrator everything but to root,
/// everybody else manages only himself. Policies take the place of this class later; nobody else decides.
/// </summary>
internal static class PermissionRules
{
    private static readonly HashSet<IamAction> OnOneself =
    [
        IamAction.GetUser, IamAction.ChangePassword, IamAction.ListMfaDevices, IamAction.EnableMfaDevice,
        IamAction.DeactivateMfaDevice, IamAction.ResyncMfaDevice, IamAction.TagMfaDevice, IamAction.GetAccountSummary,
        IamAction.ListSessions, IamAction.EndSession, IamAction.ListGroupsForUser, IamAction.ListUserPolicies,
    ];

    private static readonly HashSet<IamAction> InsideSignIn =
        [IamAction.GetUser, IamAction.ListMfaDevices, IamAction.EnableMfaDevice];

    public static bool Allows(Session session, IamUser caller, IamAction action, IamUser? target)
    {
        var self = target is not null && target.Id == caller.Id;
        if (session.Kind is SessionKind.Enrolment) return self && InsideSignIn.Contains(action);
        if (action == IamAction.GetAccountSummary) return true;
        if (self && OnOneself.Contains(action)) return true;
        if (target is { IsRoot: true }) return false;
        return caller.IsRoot || caller.IsAdministrator;
    }

    public static bool LacksMfa(Session session, IamUser caller, IamAction action, IamUser? target) =>
        action.Safeguards.HasFlag(Safeguards.MfaOnOneself) && target?.Id == caller.Id && caller.DeviceCount > 0 && !session.IsMfa;

    public static bool LacksFreshProof(Session session, IamAction action, DateTimeOffset now) =>
        action.Safeguards.HasFlag(Safeguards.FreshProof) && now - session.ProvenAt > SessionLimits.FreshProof;
}
