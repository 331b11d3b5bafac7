using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;

namespace IamConsole.Web.Policies;

/// <summary>Which use case attaches, detaches or deletes, by whose policy it is.</summary>
public sealed class ChangePolicies(
    AttachUserPolicy attachToUser, AttachGroupPolicy attachToGroup, DetachUserPolicy detachFromUser, DetachGroupPolicy detachFromGroup,
    DeleteInlinePolicy deleteInline)
{
    /// <summary>Attaches a managed policy.</summary>
    public Task<Result> AttachAsync(Caller caller, InlineOwner owner, string arn, CancellationToken ct) => owner.UserId is { } userId
        ? attachToUser.RunAsync(caller, userId, arn, ct)
        : attachToGroup.RunAsync(caller, owner.GroupName!, arn, ct);

    /// <summary>Detaches a managed policy, or deletes an inline one.</summary>
    public Task<Result> RemoveAsync(Caller caller, InlineOwner owner, PrincipalPolicyRow policy, CancellationToken ct) => policy.Arn is not { } arn
        ? deleteInline.RunAsync(caller, owner, policy.Name, ct)
        : owner.UserId is { } userId
            ? detachFromUser.RunAsync(caller, userId, arn, ct)
            : detachFromGroup.RunAsync(caller, owner.GroupName!, arn, ct);
}
