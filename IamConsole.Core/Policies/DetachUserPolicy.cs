using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>Detaches a managed policy from a user. His sessions end, so that open windows show what he may still do.</summary>
public sealed class DetachUserPolicy(Gate gate)
{
    private const string Event = "DetachUserPolicy";

    /// <summary>Detaches; the last administrator of an account without root sign-in stays one.</summary>
    public async Task<Result> RunAsync(Caller caller, string userId, string policyArn, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.DetachUserPolicy, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, user) = (operation.Db, operation.Target);
        var attachment = await db.PolicyAttachments.SingleOrDefaultAsync(a => a.UserId == userId && a.PolicyArn == policyArn, ct);
        if (attachment is null) return await operation.RefuseAsync(Event, PolicyErrors.NotAttached);
        if (!await Administrators.SurviveAsync(operation, () => Task.FromResult(db.PolicyAttachments.Remove(attachment)), ct))
            return await operation.RefuseAsync(Event, UserErrors.LastAdministrator);
        operation.RenewCredentials();
        operation.Audit(Event, target: user.ArnIn(operation.Account), details: new { userName = user.Name, policyArn });
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
