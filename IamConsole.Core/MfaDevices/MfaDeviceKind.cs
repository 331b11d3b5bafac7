namespace IamConsole.Core.MfaDevices;

/// <summary>The three kinds of MFA device, in the order in which they are offered.</summary>
public enum MfaDeviceKind
{
    /// <summary>"Passkey or security key": WebAuthn.</summary>
    SecurityKey,

    /// <summary>"Authenticator app": a virtual device, TOTP.</summary>
    Virtual,

    /// <summary>"Hardware TOTP token": a seed from the vendor's file.</summary>
    Hardware,
}
