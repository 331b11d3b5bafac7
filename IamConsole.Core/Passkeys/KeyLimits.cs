namespace IamConsole.Core.Passkeys;

/// <summary>Figures of the WebAuthn ceremonies.</summary>
public static class KeyLimits
{
    /// <summary>How long a ceremony waits for its answer; the specification recommends five to ten minutes (WebAuthn Level 3, 15.1).</summary>
    public static readonly TimeSpan Ceremony = TimeSpan.FromMinutes(5);

    /// <summary>Imported keys that are kept for the next sign-in of their users.</summary>
    internal const int KnownKeys = 4096;

    /// <summary>Bytes of a challenge; at least 16 (13.4.3).</summary>
    internal const int ChallengeLength = 32;
}
