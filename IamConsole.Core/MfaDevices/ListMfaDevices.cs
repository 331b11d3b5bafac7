using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.MfaDevices;

/// <summary>Lists a user's devices, oldest first.</summary>
public sealed class ListMfaDevices(Gate gate)
{
    /// <summary>The devices of <paramref name="userId"/>: at most eight.</summary>
    public async Task<Result<IReadOnlyList<MfaDeviceView>>> RunAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListMfaDevices, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var devices = await operation.Db.MfaDevices.AsNoTracking()
            .Where(d => d.UserId == userId).OrderBy(d => d.CreatedAt).ThenBy(d => d.Id).ToListAsync(ct);
        return devices.ConvertAll(MfaDeviceView.Of);
    }
}
