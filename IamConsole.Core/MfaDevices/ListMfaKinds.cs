using IamConsole.Core.Permissions;

namespace IamConsole.Core.MfaDevices;

/// <summary>Lists the kinds of device that a user may be given.</summary>
public sealed class ListMfaKinds(Gate gate)
{
    /// <summary>In the order in which they are offered.</summary>
    public async Task<Result<IReadOnlyList<MfaDeviceKind>>> RunAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListMfaDevices, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        return Enum.GetValues<MfaDeviceKind>().Where(kind => AllowedKinds.AreOf(operation.Account, operation.Target, kind)).ToList();
    }
}
