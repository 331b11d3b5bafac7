using IamConsole.Core.Jobs;
using Microsoft.Extensions.Time.Testing;

namespace IamConsole.Tests.Core.Jobs;

/// <summary>When the runner looks for work.</summary>
public sealed class JobBellTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_ring_after_a_quiet_while_is_heard_at_once()
    {
        var bell = new JobBell(_clock);
        for (var i = 0; i < 3; i++)
        {
            var quiet = bell.WaitAsync(TestContext.Current.CancellationToken);
            Assert.False(quiet.IsCompleted);
            _clock.Advance(TimeSpan.FromSeconds(15));
            await quiet;
        }

        var waiting = bell.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        bell.Ring();
        await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_ring_while_the_runner_works_is_kept_for_the_next_wait()
    {
        var bell = new JobBell(_clock);
        bell.Ring();
        await bell.WaitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.False(bell.WaitAsync(TestContext.Current.CancellationToken).IsCompleted);
    }
}
