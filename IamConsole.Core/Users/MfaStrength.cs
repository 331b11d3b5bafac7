namespace IamConsole.Core.Users;

/// <summary>A user's strongest kind of device. The database derives it from the counters, so that it can be sorted by an index.</summary>
public enum MfaStrength
{
    /// <summary>No device, and no password that would need one.</summary>
    NotNeeded,

    /// <summary>A password and no device.</summary>
    None,

    /// <summary>An authenticator app.</summary>
    Virtual,

    /// <summary>A hardware token.</summary>
    Hardware,

    /// <summary>A passkey or security key.</summary>
    SecurityKey,
}
