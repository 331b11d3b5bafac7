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
    /// <summary>Whether attestation proved <see cref="Model"/>; otherwise it is what the authenticator says of itself.</summary>
    public bool IsModelProven { get; init; }

    /// <summary>Name to level, as captured at registration; empty unless the model is proven.</summary>
    public IReadOnlyDictionary<string, string> Certifications { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the credential may be synced; null for other kinds and older keys.</summary>
    public bool? IsBackupEligible { get; init; }

    /// <summary>When the signature counter first failed to rise, or null.</summary>
    public DateTimeOffset? CloneSuspectedAt { get; init; }

    /// <summary>What the FIDO metadata say against the proven model today, e.g. <c>REVOKED</c>, or null.</summary>
    public string? ModelStatus { get; init; }

    internal static MfaDeviceView Of(MfaDevice d) => new(
        d.Id, d.Kind, d.Name, d.Identifier, d.CreatedAt, d.LastUsedAt,
        d.FailedChecks >= MfaLimits.FailuresThatDisable, d.SuspendedAt is not null, d.Model, d.Transports, d.IsSynced)
    {
        IsModelProven = d.IsModelProven,
        Certifications = d.IsModelProven ? Accounts.Certifications.Of(d.Certifications) : new Dictionary<string, string>(),
        IsBackupEligible = d.IsBackupEligible,
        CloneSuspectedAt = d.CloneSuspectedAt,
        ModelStatus = d.ModelStatus,
    };
}
