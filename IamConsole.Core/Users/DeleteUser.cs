using IamConsole.Core.Permissions;
using IamConsole.Core.TokenStock;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

/// <summary>Deletes an IAM user with its devices, passkeys, sessions and pending sign-ins.</summary>
public sealed class DeleteUser(Gate gate, TimeProvider clock)
{
    private const string Event = "DeleteUser";

    /// <summary>Deletes; hardware tokens return to the stock with their drift remembered.</summary>
    public async Task<Result> RunAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.DeleteUser, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, user) = (operation.Db, operation.Target);
        if (user.IsRoot) return UserErrors.RootIsNoUser;
        if (operation.IsOnOneself) return await operation.RefuseAsync(Event, UserErrors.CannotDeleteOneself);
        var (now, actor) = (clock.GetUtcNow(), operation.User.Name);
        foreach (var device in await db.MfaDevices.Where(d => d.UserId == userId).ToListAsync(ct))
            await db.ReturnTokenAsync(
                operation.Account, device.Id, new TokenClock(device.DriftSteps, device.LastAcceptedStep), now, actor, user.Name, ct);
        await db.TakeHandedOutBackAsync(operation.Account, userId, now, actor, user.Name, ct);
        operation.Audit(Event, target: user.ArnIn(operation.Account), details: new { userName = user.Name, mfaDevices = user.DeviceCount });
        if (!await Administrators.SurviveAsync(operation, () => Task.FromResult(db.Users.Remove(user)), ct))
            return await operation.RefuseAsync(Event, UserErrors.LastAdministrator);
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
