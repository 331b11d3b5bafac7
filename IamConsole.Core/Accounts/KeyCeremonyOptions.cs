namespace IamConsole.Core.Accounts;

/// <summary>What the browser is asked for when a user of the account registers a security key (WebAuthn Level 3, 5.4).</summary>
/// <param name="Attestation">The strictest demand that applies.</param>
/// <param name="RequiresUserVerification">Whether any rule that applies requires it.</param>
/// <param name="AllowsSynced">Whether all rules that apply allow synced passkeys.</param>
public sealed record KeyCeremonyOptions(AttestationDemand Attestation, bool RequiresUserVerification, bool AllowsSynced)
{
    /// <summary><c>attestation</c>: <c>none</c> or <c>direct</c>.</summary>
    public string Conveyance => Attestation is AttestationDemand.None ? "none" : "direct";

    /// <summary><c>userVerification</c>: <c>required</c> or <c>preferred</c>.</summary>
    public string UserVerification => RequiresUserVerification ? "required" : "preferred";

    /// <summary><c>hints</c>: no phone is offered where only device-bound keys will do, since phones sync theirs.</summary>
    public IReadOnlyList<string> Hints => AllowsSynced ? [] : ["security-key", "client-device"];
}
