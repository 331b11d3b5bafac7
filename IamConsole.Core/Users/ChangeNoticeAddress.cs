using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;

namespace IamConsole.Core.Users;

/// <summary>Sets, changes or removes the e-mail address at which an IAM user is told of changes. Nobody signs in with it.</summary>
public sealed class ChangeNoticeAddress(Gate gate, TimeProvider clock)
{
    private const string Event = "UpdateUser";

    /// <summary>Changes; the old address is told, where there was one. Null or blank removes it.</summary>
    public async Task<Result> RunAsync(Caller caller, string userId, string? address, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.UpdateUser, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var user = operation.Target;
        if (user.IsRoot) return await operation.RefuseAsync(Event, UserErrors.RootIsNoUser);
        var (before, after) = (user.Email, string.IsNullOrWhiteSpace(address) ? null : address.Trim());
        if (after is not null && !EmailAddress.IsValid(after)) return UserErrors.InvalidEmail;
        if (before == after) return Result.Success();
        user.Email = after;
        operation.Db.Tell(user, clock.GetUtcNow(),
            $"The e-mail address for your notices was {(after is null ? "removed" : before is null ? "set" : "changed")} by {operation.User.Name}.",
            operation.Client, NoticeKind.AddressChange, recipient: before);
        operation.Audit(Event, target: user.ArnIn(operation.Account), details: new { userName = user.Name, before, after });
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
