using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>
/// "Last refused code": why the sign-in did not take it. For staff, never for the user himself (<see cref="Safeguards.OthersOnly"/>):
/// to him the sign-in says one neutral thing.
/// </summary>
public sealed class GetRefusedCode(Gate gate)
{
    /// <summary>The last one, or <see cref="SignInErrors.NoRefusedCode"/>. Needs the right to list the user's devices as well.</summary>
    public async Task<Result<RefusedCodeView>> RunAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetRefusedCode, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        if (operation.Refuse(IamAction.ListMfaDevices, operation.Target.ArnIn(operation.Account)) is { } denied) return denied;
        var db = operation.Db;
        var refused = await db.RefusedCodes.AsNoTracking().SingleOrDefaultAsync(r => r.UserId == userId, ct);
        if (refused is null) return SignInErrors.NoRefusedCode;
        var device = refused.DeviceId is null ? null : await db.MfaDevices.AsNoTracking()
            .SingleOrDefaultAsync(d => d.Id == refused.DeviceId && d.UserId == userId, ct);
        TimeSpan? off = device is null || refused.Steps is null ? null : TimeSpan.FromSeconds((double)refused.Steps * device.PeriodSeconds);
        return new RefusedCodeView(
            refused.At, refused.Cause, device?.Name, refused.Steps, off, refused.Shown,
            refused.Shown is null || device is null ? null : CodeExplanation.Describe(device.Profile));
    }
}
