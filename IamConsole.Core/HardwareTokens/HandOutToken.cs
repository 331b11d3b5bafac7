using IamConsole.Core.MfaDevices;
using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;
using IamConsole.Core.TokenStock;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.HardwareTokens;

/// <summary>Hands a token of the stock to a user, who proves it with two codes; until then it is nobody's device.</summary>
public sealed class HandOutToken(Gate gate, TimeProvider clock, NoticeRoutes routes)
{
    private const string Event = "HandOutHardwareToken";

    /// <summary>Reserves the token for the user. Needs the right to assign devices to him.</summary>
    public async Task<Result> RunAsync(Caller caller, string tokenId, string userName, CancellationToken ct)
    {
        var found = await FindUserAsync(caller, userName, ct);
        if (!found.Succeeded) return found.Error!;
        await using var operation = await gate.BeginAsync(caller, IamAction.EnableMfaDevice, found.Value, ct, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account, now) = (operation.Db, operation.Account, clock.GetUtcNow());
        var token = await TokenFilter.Visible(db, account).AsNoTracking().SingleOrDefaultAsync(t => t.Id == tokenId, ct);
        if (token is null) return HardwareTokenErrors.NotInStock;
        if (operation.Refuse(IamAction.UpdateHardwareToken, Access.WholeAccount) is { } denied)
            return await operation.RefuseAsync(Event, denied, token.Serial);
        if (DeviceChange.Refuse(operation, MfaDeviceKind.Hardware) is { } unfit) return await operation.RefuseAsync(Event, unfit, token.Serial);
        var state = token.StateOn(TokenFilter.Day(now));
        if (state is not TokenState.Available || !await ReserveAsync(operation, token.Id, ct))
            return await operation.RefuseAsync(Event, HardwareTokenErrors.NotIn(state), token.Serial);
        db.Note(token.Id, account.Id, TokenEventKind.HandedOut, now, operation.User.Name, operation.Target.Name);
        operation.Tell(now, $"The hardware token {token.Serial} was handed out to you by {operation.User.Name}. Activate it with two codes at your next sign-in, or with \"Assign MFA device\".");
        operation.Audit(Event, target: token.Serial, details: new { userName = operation.Target.Name });
        await operation.SaveAsync(ct);
        return Result.Success(routes.Describe(operation.Target.Email));
    }

    private async Task<Result<string>> FindUserAsync(Caller caller, string userName, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.UpdateHardwareToken, null, ct, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;
        var name = Users.UserName.Normalize(userName.Trim());
        var id = await operation.Db.Users.Where(u => u.AccountId == operation.Account.Id && !u.IsRoot && u.NormalizedName == name)
            .Select(u => u.Id).SingleOrDefaultAsync(ct);
        return id is null ? HardwareTokenErrors.NoSuchUser : id;
    }

    private static async Task<bool> ReserveAsync(Operation operation, string tokenId, CancellationToken ct) =>
        await operation.Db.HardwareTokens.Where(t => t.Id == tokenId && t.State == TokenState.Available && t.UserId == null)
            .ExecuteUpdateAsync(
                s => s.SetProperty(t => t.State, TokenState.Assigned)
                    .SetProperty(t => t.UserId, operation.Target.Id)
                    .SetProperty(t => t.AccountId, operation.Account.Id), ct) == 1;
}
