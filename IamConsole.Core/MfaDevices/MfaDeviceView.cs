namespace IamConsole.Core.MfaDevices;

/// <summary>A device as lists show it; never its seed.</summary>
public sealed record MfaDeviceView(
    string Id,
    MfaDeviceKind Kind,
    string Name,
    string Identifier,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    bool IsDisabled,
    bool IsSuspended,
    string? Model,
    string? Transports,
    bool? IsSynced)
{
    internal static MfaDeviceView Of(MfaDevice d) => new(
        d.Id, d.Kind, d.Name, d.Identifier, d.CreatedAt, d.LastUsedAt,
        d.FailedChecks >= MfaLimits.FailuresThatDisable, d.SuspendedAt is not null, d.Model, d.Transports, d.IsSynced);
}
