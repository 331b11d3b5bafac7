using IamConsole.Core.Totp;

namespace IamConsole.Tests.Core.Totp;

public sealed class TotpVerifierTests
{
    private const long Now = 60_000_000;
    private static readonly TotpSecret Secret = TotpSecret.New();

    [Fact]
    public void Every_vector_of_RFC_6238_matches_at_its_step_and_nowhere_else()
    {
        foreach (var vector in RfcVectors.Read("rfc6238-appendix-b.json").EnumerateArray())
        {
            var algorithm = Enum.Parse<TotpAlgorithm>(vector.GetProperty("algorithm").GetString()!, ignoreCase: true);
            var profile = new TotpProfile(algorithm, vector.GetProperty("digits").GetInt32(), vector.GetProperty("period").GetInt32());
            var secret = TotpSecret.FromBytes(Convert.FromHexString(vector.GetProperty("seedHex").GetString()!));
            Assert.True(TotpCode.TryParse(vector.GetProperty("otp").GetString(), profile.Digits, out var code));
            var step = profile.StepAt(DateTimeOffset.FromUnixTimeSeconds(vector.GetProperty("unixTime").GetInt64()));
            Assert.Equal(step, TotpVerifier.Match(secret, profile, code, step, radius: 0));
            Assert.Null(TotpVerifier.Match(secret, profile, code, step + 5, radius: 1));
        }
    }

    [Theory]
    [InlineData(-3, false)]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void Exactly_three_adjacent_codes_are_candidates(int offset, bool matches)
    {
        var match = TotpVerifier.Match(Secret, TotpProfile.Default, CodeAt(Now + offset), Now);
        Assert.Equal(matches ? Now + offset : null, match);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1000)]
    [InlineData(1000)]
    public void A_pair_is_found_up_to_a_thousand_steps_away(int offset) => Assert.Equal(
        Now + offset, TotpVerifier.MatchPair(Secret, TotpProfile.Default, CodeAt(Now + offset - 1), CodeAt(Now + offset), Now, 1000));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(0, 2)]
    [InlineData(1001, 1002)]
    [InlineData(-1003, -1002)]
    public void Equal_reversed_distant_and_far_pairs_are_refused(int first, int second) => Assert.Null(
        TotpVerifier.MatchPair(Secret, TotpProfile.Default, CodeAt(Now + first), CodeAt(Now + second), Now, 1000));

    [Fact]
    public void A_pair_whose_first_code_is_spent_is_refused()
    {
        Assert.NotNull(TotpVerifier.MatchPair(Secret, TotpProfile.Default, CodeAt(Now), CodeAt(Now + 1), Now, 10, notBefore: Now));
        Assert.Null(TotpVerifier.MatchPair(Secret, TotpProfile.Default, CodeAt(Now), CodeAt(Now + 1), Now, 10, notBefore: Now + 1));
    }

    [Fact]
    public void The_search_for_pairs_agrees_with_Otp_NET_for_every_algorithm_and_length()
    {
        foreach (var algorithm in Enum.GetValues<TotpAlgorithm>())
            foreach (var digits in new[] { 6, 8 })
            {
                var profile = new TotpProfile(algorithm, digits, 60);
                Assert.Equal(Now, TotpVerifier.MatchPair(Secret, profile, CodeAt(Now - 1, profile), CodeAt(Now, profile), Now, 3));
            }
    }

    private static TotpCode CodeAt(long step, TotpProfile? wanted = null)
    {
        var profile = wanted ?? TotpProfile.Default;
        var mode = Enum.Parse<OtpNet.OtpHashMode>(profile.Algorithm.ToString());
        var text = new OtpNet.Totp(Secret.Bytes.ToArray(), profile.PeriodSeconds, mode, profile.Digits)
            .ComputeTotp(DateTime.UnixEpoch.AddSeconds(step * profile.PeriodSeconds));
        Assert.True(TotpCode.TryParse(text, profile.Digits, out var code));
        return code;
    }
}
