namespace IamConsole.Core.Permissions;

/// <summary>What an action asks beyond a permission; no policy lifts it.</summary>
[Flags]
public enum Safeguards
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A proof of a factor at most ten minutes old (ASVS 7.5.1).</summary>
    FreshProof = 1,

    /// <summary>Acting on oneself with a device assigned needs a session with MFA (bulletin AWS-2023-001).</summary>
    MfaOnOneself = 2,

    /// <summary>Never about oneself: what is kept from the user must not be open to who has taken over his session.</summary>
    OthersOnly = 4,
}
