using System.Buffers.Binary;
using System.Security.Cryptography;
using OtpNet;

namespace IamConsole.Core.Totp;

/// <summary>Compares codes with a window of time steps (RFC 6238, sections 5.2 and 6).</summary>
public static class TotpVerifier
{
    /// <summary>
    /// The step within <paramref name="centreStep"/> ± <paramref name="radius"/> whose code this is, or null.
    /// Every step is computed and compared, so the time tells nothing.
    /// </summary>
    public static long? Match(TotpSecret secret, TotpProfile profile, TotpCode code, long centreStep, int radius = 1)
    {
        var totp = new OtpNet.Totp(secret.Bytes.ToArray(), profile.PeriodSeconds, Mode(profile.Algorithm), profile.Digits);
        long? match = null;
        for (var step = Math.Max(0, centreStep - radius); step <= centreStep + radius; step++)
        {
            var computed = totp.ComputeTotp(DateTime.UnixEpoch.AddSeconds(step * profile.PeriodSeconds));
            // Two steps may share a code: the later one is spent with it.
            if (code.Matches(computed)) match = step;
        }

        return match;
    }

    /// <summary>
    /// The step of <paramref name="centreStep"/> ± <paramref name="radius"/> nearest to its middle whose code this is, or null.
    /// Every step is computed and compared, so the time tells nothing.
    /// </summary>
    public static long? MatchNearest(TotpSecret secret, TotpProfile profile, TotpCode code, long centreStep, int radius)
    {
        using var hmac = IncrementalHash.CreateHMAC(Name(profile.Algorithm), secret.Bytes.Span);
        long? match = null;
        for (var step = Math.Max(0, centreStep - radius); step <= centreStep + radius; step++)
        {
            var isNearer = match is null || Math.Abs(step - centreStep) < Math.Abs(match.Value - centreStep);
            if (code.Matches(Compute(hmac, profile.Digits, step), profile.Digits) && isNearer) match = step;
        }

        return match;
    }

    /// <summary>
    /// The step of <paramref name="second"/> where <paramref name="first"/> is the code of the step before, searched in
    /// <paramref name="centreStep"/> ± <paramref name="radius"/>, nearest first; null when there is none.
    /// Steps of the first code below <paramref name="notBefore"/> are spent.
    /// </summary>
    public static long? MatchPair(
        TotpSecret secret, TotpProfile profile, TotpCode first, TotpCode second, long centreStep, int radius, long notBefore = 0)
    {
        // Otp.NET makes an HMAC object for each code; two thousand of them want one keyed object.
        using var hmac = IncrementalHash.CreateHMAC(Name(profile.Algorithm), secret.Bytes.Span);
        var lowest = Math.Max(Math.Max(0, notBefore), centreStep - radius - 1);
        var count = (int)Math.Max(0, centreStep + radius - lowest + 1);
        var firsts = new bool[count];
        long? match = null;
        for (var i = 0; i < count; i++)
        {
            var computed = Compute(hmac, profile.Digits, lowest + i);
            firsts[i] = first.Matches(computed, profile.Digits);
            if (!second.Matches(computed, profile.Digits) || i == 0 || !firsts[i - 1]) continue;
            var step = lowest + i;
            if (match is null || Math.Abs(step - centreStep) < Math.Abs(match.Value - centreStep)) match = step;
        }

        return match;
    }

    // RFC 4226, section 5.3: dynamic truncation.
    private static int Compute(IncrementalHash hmac, int digits, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        Span<byte> hash = stackalloc byte[64];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        hmac.AppendData(counter);
        var length = hmac.GetHashAndReset(hash);
        var offset = hash[length - 1] & 0x0f;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & int.MaxValue;
        return number % (digits == 8 ? 100_000_000 : 1_000_000);
    }

    private static OtpHashMode Mode(TotpAlgorithm algorithm) => algorithm switch
    {
        TotpAlgorithm.Sha1 => OtpHashMode.Sha1,
        TotpAlgorithm.Sha256 => OtpHashMode.Sha256,
        TotpAlgorithm.Sha512 => OtpHashMode.Sha512,
    };

    private static HashAlgorithmName Name(TotpAlgorithm algorithm) => algorithm switch
    {
        TotpAlgorithm.Sha1 => HashAlgorithmName.SHA1,
        TotpAlgorithm.Sha256 => HashAlgorithmName.SHA256,
        TotpAlgorithm.Sha512 => HashAlgorithmName.SHA512,
    };
}
