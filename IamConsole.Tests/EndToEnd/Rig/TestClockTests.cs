namespace IamConsole.Tests.EndToEnd.Rig;

public sealed class TestClockTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void It_stands_still_until_it_is_moved_and_goes_on_from_there()
    {
        _clock.FreezeAt(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var moment = _clock.GetUtcNow();
        Assert.Equal(moment, _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(moment.AddMinutes(5), _clock.GetUtcNow());
        _clock.Resume();
        Assert.True(SpinWait.SpinUntil(() => _clock.GetUtcNow() > moment.AddMinutes(5), TimeSpan.FromSeconds(10)));
        Assert.InRange(_clock.GetUtcNow(), moment.AddMinutes(5), moment.AddMinutes(6));
    }

    [Fact]
    public void A_step_has_just_begun_and_time_did_not_go_back()
    {
        var before = _clock.GetUtcNow();
        _clock.FreezeAtStepStart();
        Assert.Equal(1, _clock.GetUtcNow().ToUnixTimeSeconds() % 30);
        Assert.True(_clock.GetUtcNow() > before);
    }

    [Fact]
    public async Task Timers_run_while_it_stands_still()
    {
        _clock.Freeze();
        var rang = new TaskCompletionSource();
        await using var timer = _clock.CreateTimer(_ => rang.TrySetResult(), null, TimeSpan.FromMilliseconds(20), Timeout.InfiniteTimeSpan);
        await rang.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
