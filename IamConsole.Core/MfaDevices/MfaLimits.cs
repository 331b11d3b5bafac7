namespace IamConsole.Core.MfaDevices;

/// <summary>Limits of the original and of the security bar (A3).</summary>
public static class MfaLimits
{
    /// <summary>Devices of all kinds for each user and for root.</summary>
    public const int DevicesPerUser = 8;

    /// <summary>Checks for each device in any three minutes; successes, failures and replays all count.</summary>
    public const int ChecksPerWindow = 9;

    /// <summary>Failures in a row that disable a device for good (NIST SP 800-63B-4, 3.2.2).</summary>
    public const int FailuresThatDisable = 100;

    /// <summary>Wrong factors after a right password that make the password count as stolen.</summary>
    public const int FailuresThatMeanTheft = 10;

    /// <summary>Steps searched to either side of the stored drift when synchronising.</summary>
    public const int ResyncRadius = 1000;

    /// <summary>How long an enrolment may take from its first step to "Add MFA".</summary>
    public static readonly TimeSpan Enrolment = TimeSpan.FromMinutes(10);

    /// <summary>The window of <see cref="ChecksPerWindow"/>, which slides.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(3);

    /// <summary>When another check is free: the oldest of the last ones is out of the window.</summary>
    /// <param name="checkTimes">See <see cref="RecentTimes"/>.</param>
    public static DateTimeOffset NextCheck(string? checkTimes) => checkTimes is null ? DateTimeOffset.UnixEpoch : RecentTimes.Oldest(checkTimes) + Window;
}
