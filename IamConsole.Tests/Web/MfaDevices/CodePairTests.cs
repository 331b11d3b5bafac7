using IamConsole.Core.MfaDevices;
using IamConsole.Web.MfaDevices;
using Microsoft.Extensions.Time.Testing;

namespace IamConsole.Tests.Web.MfaDevices;

public sealed class CodePairTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 8, 41, 0, TimeSpan.Zero));
    private readonly DateTimeOffset _start;
    private readonly CodePair _pair;

    public CodePairTests() => (_start, _pair) = (_clock.GetUtcNow(), new CodePair(_clock));

    [Fact]
    public void Each_code_counts_from_its_sixth_digit_however_long_the_other_takes()
    {
        TypeSlowly(_pair.TypeFirst, "123456");
        var first = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromSeconds(40));
        TypeSlowly(_pair.TypeSecond, "654321");

        Assert.Equal(first, _pair.Codes.FirstAt);
        Assert.Equal(first + TimeSpan.FromSeconds(46), _pair.Codes.SecondAt);
        Assert.Equal(_start + TimeSpan.FromSeconds(6), first);
    }

    [Fact]
    public void A_code_that_is_edited_counts_anew_and_the_other_does_not()
    {
        _pair.TypeFirst("123456");
        _pair.TypeSecond("654321");
        _clock.Advance(TimeSpan.FromSeconds(30));
        _pair.TypeFirst("12345");
        _clock.Advance(TimeSpan.FromSeconds(30));
        _pair.TypeFirst("123457");

        Assert.Equal(_start + TimeSpan.FromMinutes(1), _pair.Codes.FirstAt);
        Assert.Equal(_start, _pair.Codes.SecondAt);
    }

    [Fact]
    public void A_code_that_is_reported_once_more_keeps_its_time()
    {
        _pair.TypeFirst("123456");
        _clock.Advance(TimeSpan.FromSeconds(30));
        _pair.TypeFirst("123456");

        Assert.Equal(_start, _pair.Codes.FirstAt);
    }

    [Fact]
    public void Both_fields_say_what_is_wrong_with_them()
    {
        _pair.TypeFirst("20481");
        _pair.TypeSecond("20481x");

        Assert.False(_pair.CheckForm());
        Assert.Equal(MfaDeviceErrors.Code1NotSixDigits.Message, _pair.FirstError);
        Assert.Equal(MfaDeviceErrors.Code2NotSixDigits.Message, _pair.SecondError);
    }

    [Fact]
    public void The_same_code_twice_is_said_at_the_second()
    {
        _pair.TypeFirst("204815");
        _pair.TypeSecond("204815");

        Assert.False(_pair.CheckForm());
        Assert.Null(_pair.FirstError);
        Assert.Equal(MfaDeviceErrors.SameCodeTwice.Message, _pair.SecondError);
    }

    [Fact]
    public void Leaving_an_empty_field_says_nothing_and_typing_takes_the_error_away()
    {
        _pair.LeaveFirst();
        Assert.Null(_pair.FirstError);

        _pair.TypeFirst("12");
        _pair.LeaveFirst();
        Assert.NotNull(_pair.FirstError);

        _pair.TypeFirst("123");
        Assert.Null(_pair.FirstError);
    }

    [Fact]
    public void A_refusal_goes_to_the_code_it_belongs_to_or_nowhere()
    {
        Assert.True(_pair.Take(MfaDeviceErrors.Code1TooOld));
        Assert.Equal(MfaDeviceErrors.Code1TooOld.Message, _pair.FirstError);
        Assert.False(_pair.Take(MfaDeviceErrors.InvalidCodes));
    }

    private void TypeSlowly(Action<string?> type, string code)
    {
        for (var length = 1; length <= code.Length; length++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            type(code[..length]);
        }
    }
}
