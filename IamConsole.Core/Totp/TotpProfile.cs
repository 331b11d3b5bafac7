namespace IamConsole.Core.Totp;

/// <summary>The parameters of a device's codes (RFC 6238, section 4).</summary>
/// <param name="Algorithm">The HMAC.</param>
/// <param name="Digits">Digits of a code: 6 or 8.</param>
/// <param name="PeriodSeconds">Seconds of a time step: 30 or 60.</param>
public readonly record struct TotpProfile(TotpAlgorithm Algorithm, int Digits, int PeriodSeconds)
{
    /// <summary>What authenticator apps assume: SHA-1, six digits, thirty seconds.</summary>
    public static TotpProfile Default => new(TotpAlgorithm.Sha1, 6, 30);

    /// <summary>The number of the time step in which <paramref name="time"/> lies (T0 is the Unix epoch).</summary>
    public long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / PeriodSeconds;
}
