using IamConsole.Core.SignIn;
using IamConsole.Core.Totp;

namespace IamConsole.Tests.Core.SignIn;

/// <summary>Each cause of a refused code, without a database.</summary>
public sealed class CodeExplanationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 5, TimeSpan.Zero);

    private static readonly TotpSecret Secret = TotpSecret.FromBytes("12345678901234567890"u8);

    private static readonly TotpSecret Other = TotpSecret.FromBytes("abcdefghijklmnopqrst"u8);

    private static readonly ExplainedDevice Phone = new("phone", Secret, TotpProfile.Default, 0, 0, DeviceStanding.Compared);

    private static readonly ExplainedDevice Token = new("token", Other, TotpProfile.Default, 0, 0, DeviceStanding.Suspended);

    private static long Step => TotpProfile.Default.StepAt(Now);

    [Theory]
    [InlineData(-20, CodeRefusal.Late)]
    [InlineData(-2, CodeRefusal.Late)]
    [InlineData(2, CodeRefusal.Early)]
    [InlineData(20, CodeRefusal.Early)]
    public void A_code_of_another_time_is_late_or_early_by_so_many_steps(int steps, CodeRefusal cause) =>
        Assert.Equal(new CodeExplanation(cause, "phone", steps, Step + steps), Explain(CodeOf(Secret, steps), Phone));

    [Theory]
    [InlineData(-21)]
    [InlineData(21)]
    public void Beyond_twenty_steps_nothing_is_looked_for(int steps) =>
        Assert.Equal(new CodeExplanation(CodeRefusal.Unknown), Explain(CodeOf(Secret, steps), Phone));

    [Fact]
    public void Early_and_late_count_from_the_known_clock_of_the_device()
    {
        var slow = Phone with { DriftSteps = -10 };

        Assert.Equal((CodeRefusal.Late, -5), CauseAndSteps(Explain(CodeOf(Secret, -15), slow)));
        Assert.Equal((CodeRefusal.Early, 10), CauseAndSteps(Explain(CodeOf(Secret, 0), slow)));
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    public void The_code_that_was_accepted_last_is_used_however_old_it_is(int steps) =>
        Assert.Equal((CodeRefusal.UsedAlready, steps), CauseAndSteps(Explain(CodeOf(Secret, steps), Phone with { LastAcceptedStep = Step + steps })));

    [Fact]
    public void A_code_before_the_one_that_was_accepted_is_used_with_it() =>
        Assert.Equal(CodeRefusal.UsedAlready, Explain(CodeOf(Secret, -1), Phone with { LastAcceptedStep = Step }).Cause);

    [Theory]
    [InlineData(DeviceStanding.Suspended, CodeRefusal.OfSuspendedDevice)]
    [InlineData(DeviceStanding.Disabled, CodeRefusal.OfDisabledDevice)]
    [InlineData(DeviceStanding.Limited, CodeRefusal.OfLimitedDevice)]
    public void The_right_code_of_another_device_that_was_not_compared_is_named(DeviceStanding standing, CodeRefusal cause)
    {
        var why = Explain(CodeOf(Other, 0), Phone, Token with { Standing = standing });

        Assert.Equal((cause, "token"), (why.Cause, why.DeviceId));
    }

    [Theory]
    [InlineData(TotpAlgorithm.Sha256, 6, 30)]
    [InlineData(TotpAlgorithm.Sha512, 6, 30)]
    [InlineData(TotpAlgorithm.Sha1, 6, 60)]
    [InlineData(TotpAlgorithm.Sha256, 6, 60)]
    [InlineData(TotpAlgorithm.Sha1, 8, 30)]
    public void A_device_with_another_algorithm_period_or_length_is_recognised(TotpAlgorithm algorithm, int digits, int period)
    {
        var real = new TotpProfile(algorithm, digits, period);

        var why = Explain(CodeOf(Secret, 0, real), Phone);

        Assert.Equal(new CodeExplanation(CodeRefusal.OtherParameters, "phone", Shown: real), why);
        Assert.Equal($"SHA-{algorithm.ToString()[3..]}, {digits} digits, {period} seconds", CodeExplanation.Describe(why.Shown!.Value));
    }

    [Fact]
    public void Other_parameters_are_looked_for_at_the_present_time_only() =>
        Assert.Equal(CodeRefusal.Unknown, Explain(CodeOf(Secret, -3, new TotpProfile(TotpAlgorithm.Sha256, 6, 30)), Phone).Cause);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("１２３４５６")]
    [InlineData("000000")]
    public void A_guess_is_of_no_device(string? code) => Assert.Equal(CodeRefusal.Unknown, Explain(code, Phone, Token).Cause);

    [Fact]
    public void Without_a_device_there_is_nothing_to_find() => Assert.Equal(CodeRefusal.Unknown, Explain("123456").Cause);

    [Fact]
    public void It_says_nothing_of_the_code()
    {
        var code = CodeOf(Secret, -7);
        var why = Explain(code, Phone);

        Assert.DoesNotContain(code, why.ToString() + string.Join(' ', why.ToDetails().Values), StringComparison.Ordinal);
        Assert.Equal(["cause", "device", "steps"], why.ToDetails().Keys);
    }

    private static CodeExplanation Explain(string? code, params ExplainedDevice[] devices) => CodeExplanation.Of(code, devices, Now);

    private static (CodeRefusal Cause, int Steps) CauseAndSteps(CodeExplanation why) => (why.Cause, why.Steps!.Value);

    private static string CodeOf(TotpSecret secret, int steps, TotpProfile? real = null)
    {
        var profile = real ?? TotpProfile.Default;
        var mode = Enum.Parse<OtpNet.OtpHashMode>(profile.Algorithm.ToString());
        return new OtpNet.Totp(secret.Bytes.ToArray(), profile.PeriodSeconds, mode, profile.Digits)
            .ComputeTotp(Now.UtcDateTime.AddSeconds(steps * profile.PeriodSeconds));
    }
}
