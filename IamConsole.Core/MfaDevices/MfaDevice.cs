using IamConsole.Core.Attestation;
using IamConsole.Core.Totp;

namespace IamConsole.Core.MfaDevices;

/// <summary>An MFA device of a user. It exists only once it was proven.</summary>
public sealed class MfaDevice
{
    /// <summary>Random identifier; names the device in the purpose its seed is encrypted for.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The user.</summary>
    public required string UserId { get; init; }

    /// <summary>See <see cref="MfaDeviceKind"/>.</summary>
    public required MfaDeviceKind Kind { get; init; }

    /// <summary>The friendly name.</summary>
    public required string Name { get; set; }

    /// <summary>The name in the form that is unique in the account.</summary>
    public required string NormalizedName { get; set; }

    /// <summary>The ARN, or the serial number of a hardware token. It does not follow a rename.</summary>
    public required string Identifier { get; init; }

    /// <summary>When it was assigned.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last sign-in or confirmation with it, or null.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>When guessing disabled it for good (100 failures in a row), or null.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Hardware tokens: since when an administrator has its codes refused, or null.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>TOTP kinds: the seed, encrypted for this account and device.</summary>
    public byte[]? ProtectedSeed { get; init; }

    /// <summary>TOTP kinds: hash algorithm.</summary>
    public TotpAlgorithm Algorithm { get; init; }

    /// <summary>TOTP kinds: digits of a code.</summary>
    public int Digits { get; init; } = 6;

    /// <summary>TOTP kinds: seconds of a time step.</summary>
    public int PeriodSeconds { get; init; } = 30;

    /// <summary>TOTP kinds: the device's clock minus ours, in steps.</summary>
    public int DriftSteps { get; set; }

    /// <summary>TOTP kinds: the last step whose code was accepted; only rises.</summary>
    public long LastAcceptedStep { get; set; }

    /// <summary>
    /// TOTP kinds: the step of the refused code that was explained last. Staff may read that it was right, so it is spent:
    /// otherwise whoever guesses and may read explanations could use it when its time has come.
    /// </summary>
    public long ExplainedStep { get; set; }

    /// <summary>Failures in a row; raised before the comparison, set to zero by a success.</summary>
    public int FailedChecks { get; set; }

    /// <summary>When its codes were last checked: the last nine times, see <see cref="RecentTimes"/>; null for never.</summary>
    public string? CheckTimes { get; set; }

    /// <summary>Security keys: the WebAuthn credential id; the key material lies in Identity's passkey row.</summary>
    public byte[]? CredentialId { get; init; }

    /// <summary>Security keys: the name of the authenticator's model, where known. A fact only if <see cref="IsModelProven"/>.</summary>
    public string? Model { get; set; }

    /// <summary>Security keys: the AAGUID as the authenticator stated it, null where it is all zero or the key is older than this column.</summary>
    public Guid? Aaguid { get; init; }

    /// <summary>Security keys: the entry of the FIDO metadata that speaks of the model, by its key; null where there was none.</summary>
    public string? MetadataKey { get; set; }

    /// <summary>Security keys: the format of the attestation statement, e.g. <c>packed</c>.</summary>
    public string? AttestationFormat { get; init; }

    /// <summary>Security keys: what the statement was, once it had verified; null for a statement that did not.</summary>
    public AttestationType? AttestationType { get; init; }

    /// <summary>
    /// Security keys: whether the attestation led to a root of the very metadata entry of <see cref="MetadataKey"/>: at
    /// registration, or when metadata first spoke of the model.
    /// </summary>
    public bool IsModelProven { get; set; }

    /// <summary>
    /// Security keys: certifications as captured when the model was proven, a JSON object such as <c>{"FIDO":"L1","FIDO-FIPS-140-2":"L2"}</c>;
    /// null where there are none or the model is not proven.
    /// </summary>
    public string? Certifications { get; set; }

    /// <summary>Security keys: whether the credential may be synced (BE); fixed at registration.</summary>
    public bool? IsBackupEligible { get; init; }

    /// <summary>Security keys: whether the authenticator verified its user at registration (UV).</summary>
    public bool? WasUserVerified { get; init; }

    /// <summary>Security keys: when the signature counter first failed to rise, which a copy of the key can explain; or null.</summary>
    public DateTimeOffset? CloneSuspectedAt { get; set; }

    /// <summary>Security keys: what the metadata say against a proven model today, e.g. <c>REVOKED</c>; set by the nightly run.</summary>
    public string? ModelStatus { get; set; }

    /// <summary>Security keys: how the browser reaches it, e.g. "usb, nfc".</summary>
    public string? Transports { get; init; }

    /// <summary>Security keys: whether the credential is synced between devices (backup state), null for other kinds.</summary>
    public bool? IsSynced { get; set; }

    /// <summary>Hardware tokens: the token in the stock.</summary>
    public string? HardwareTokenId { get; init; }

    /// <summary>The parameters of its codes.</summary>
    public TotpProfile Profile => new(Algorithm, Digits, PeriodSeconds);

    /// <summary>Whether it answers with codes.</summary>
    public bool IsTotp => Kind is not MfaDeviceKind.SecurityKey;
}
