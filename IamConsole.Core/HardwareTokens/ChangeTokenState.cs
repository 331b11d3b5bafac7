using IamConsole.Core.MfaDevices;
using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;
using IamConsole.Core.TokenStock;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.HardwareTokens;

/// <summary>
/// Moves a token through its life. What concerns a user's device asks for the right to take his devices away as well, so
/// nobody suspends root's token but root.
/// </summary>
public sealed class ChangeTokenState(Gate gate, TimeProvider clock)
{
    /// <summary>Does <paramref name="action"/>; of two administrators together one succeeds.</summary>
    public async Task<Result> RunAsync(Caller caller, string tokenId, TokenAction action, CancellationToken ct)
    {
        var move = TokenMove.Of(action);
        var holder = await HolderAsync(caller, tokenId, move, ct);
        if (!holder.Succeeded) return holder.Error!;
        await using var operation = holder.Value.UserId is { } userId
            ? await gate.BeginAsync(caller, IamAction.DeactivateMfaDevice, userId, ct, eventName: move.Event)
            : await gate.BeginAsync(caller, IamAction.UpdateHardwareToken, null, ct, eventName: move.Event);
        if (operation.Refusal is { } refusal) return refusal;
        var token = await TokenFilter.Visible(operation.Db, operation.Account).AsNoTracking().SingleOrDefaultAsync(t => t.Id == tokenId, ct);
        if (token is null) return HardwareTokenErrors.NotInStock;
        if (operation.Refuse(IamAction.UpdateHardwareToken, Access.WholeAccount) is { } denied)
            return await operation.RefuseAsync(move.Event, denied, token.Serial);
        if (token.UserId != holder.Value.UserId || !move.From.Contains(token.State))
            return await operation.RefuseAsync(move.Event, Why(action, token), token.Serial, token.DeviceId);
        var device = await operation.Db.MfaDevices.SingleOrDefaultAsync(d => d.Id == token.DeviceId, ct);
        if (action is TokenAction.Suspend && operation.IsOnOneself)
            return await operation.RefuseAsync(move.Event, HardwareTokenErrors.NotOneself, token.Serial, device?.Id);
        if (!await SettleAsync(operation, token, device, move, ct))
            return await operation.RefuseAsync(move.Event, HardwareTokenErrors.NotIn(token.State), token.Serial, device?.Id);
        return await RecordAsync(operation, token, device, move, ct);
    }

    private async Task<Result<TokenHolder>> HolderAsync(Caller caller, string tokenId, TokenMove move, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.UpdateHardwareToken, null, ct, eventName: move.Event);
        if (operation.Refusal is { } refusal) return refusal;
        var found = await TokenFilter.Visible(operation.Db, operation.Account).Where(t => t.Id == tokenId)
            .Select(t => new TokenHolder(t.UserId)).SingleOrDefaultAsync(ct);
        return found is null ? HardwareTokenErrors.NotInStock : found;
    }

    private static Error Why(TokenAction action, HardwareToken token) =>
        action is TokenAction.Retire && token.UserId is not null ? HardwareTokenErrors.InUseStill : HardwareTokenErrors.NotIn(token.State);

    // The device's own row, which every check of a code asks, and the token's, on the condition that nobody was quicker.
    private async Task<bool> SettleAsync(Operation operation, HardwareToken token, MfaDevice? device, TokenMove move, CancellationToken ct)
    {
        var same = operation.Db.HardwareTokens.Where(t => t.Id == token.Id && t.State == token.State && t.UserId == token.UserId);
        if (move.To is TokenState.Suspended or TokenState.Active)
        {
            device!.SuspendedAt = move.To is TokenState.Suspended ? clock.GetUtcNow() : null;
            return await same.ExecuteUpdateAsync(s => s.SetProperty(t => t.State, move.To), ct) == 1;
        }

        if (await same.ExecuteUpdateAsync(s => s.SetProperty(t => t.State, move.To), ct) != 1) return false;
        var learnt = device is null ? null : new TokenClock(device.DriftSteps, device.LastAcceptedStep);
        await operation.Db.FreeTokenAsync(token.Id, learnt, move.To, operation.Account.Id, ct);
        return true;
    }

    private async Task<Result> RecordAsync(Operation operation, HardwareToken token, MfaDevice? device, TokenMove move, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var userName = token.UserId is null ? null : operation.Target.Name;
        operation.Db.Note(token.Id, operation.Account.Id, move.Kind, now, operation.User.Name, userName);
        operation.Audit(move.Event, target: token.Serial, deviceId: device?.Id, details: new { userName });
        if (move.To is TokenState.Lost && device is not null)
        {
            if (RemoveMfaDevice.IsLastRequired(operation, device.Kind, now))
                return await operation.RefuseAsync(move.Event, MfaDeviceErrors.LastRequired, token.Serial, device.Id);
            await DeviceChange.RemoveAsync(operation, device, now, ct);
            return Result.Success();
        }

        if (move.To is TokenState.Suspended) operation.RenewCredentials();
        if (device is not null)
            operation.Tell(now, $"The MFA device {device.Name} was {(move.To is TokenState.Suspended ? "suspended" : "resumed")} by {operation.User.Name}.");
        await operation.SaveAsync(ct);
        return Result.Success();
    }

    private sealed record TokenHolder(string? UserId);
}
