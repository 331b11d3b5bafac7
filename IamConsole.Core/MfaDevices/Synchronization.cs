using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;

namespace IamConsole.Core.MfaDevices;

/// <summary>
/// Two consecutive codes prove a device and measure its clock (RFC 6238, section 6). A code can only be typed after
/// it was shown, so typing slowly makes a clock look late, never early: of the two measurements the larger is right.
/// </summary>
/// <param name="Step">The step of the second code.</param>
/// <param name="DriftSteps">The device's clock minus ours, in steps.</param>
/// <param name="Reading">The larger of the two measurements, to the second.</param>
internal sealed record Synchronization(long Step, int DriftSteps, ClockReading Reading)
{
    public static Error? CheckForm(TwoCodes codes, int digits)
    {
        if (!TotpCode.TryParse(codes.First, digits, out _)) return MfaDeviceErrors.Code1NotSixDigits;
        return TotpCode.TryParse(codes.Second, digits, out _) ? null : MfaDeviceErrors.Code2NotSixDigits;
    }

    /// <summary>Searches the pair around the known drift; codes at or before <paramref name="lastAccepted"/> are spent.</summary>
    public static Result<Synchronization> Find(
        TotpSecret secret, TotpProfile profile, TwoCodes codes, int knownDrift, long lastAccepted)
    {
        if (CheckForm(codes, profile.Digits) is { } malformed) return malformed;
        if (codes.First == codes.Second) return MfaDeviceErrors.SameCodeTwice;
        TotpCode.TryParse(codes.First, profile.Digits, out var first);
        TotpCode.TryParse(codes.Second, profile.Digits, out var second);
        var firstStep = profile.StepAt(codes.FirstAt);
        var secondStep = profile.StepAt(codes.SecondAt);
        var match = TotpVerifier.MatchPair(
            secret, profile, first, second, secondStep + knownDrift, MfaLimits.ResyncRadius, lastAccepted + 1);
        if (match is { } step)
        {
            var (one, other) = (
                ClockReading.Of(step - 1, codes.FirstAt, profile.PeriodSeconds), ClockReading.Of(step, codes.SecondAt, profile.PeriodSeconds));
            return new Synchronization(
                step, Math.Max(one.OffsetSteps, other.OffsetSteps),
                one.Ahead(profile.PeriodSeconds) > other.Ahead(profile.PeriodSeconds) ? one : other);
        }

        // Both codes are of this device and now, but others lie between them: the first has become too old.
        var ofFirst = TotpVerifier.Match(secret, profile, first, firstStep + knownDrift);
        var ofSecond = TotpVerifier.Match(secret, profile, second, secondStep + knownDrift);
        return ofFirst > lastAccepted && ofSecond > ofFirst + 1 ? MfaDeviceErrors.Code1TooOld : MfaDeviceErrors.InvalidCodes;
    }
}
