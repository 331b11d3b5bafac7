using IamConsole.Core.Persistence;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>Group commit: nobody is told "on disk" by a flush that began before he wrote.</summary>
public sealed class SharedFlushTests : IDisposable
{
    private readonly SharedFlush _disk = new();
    private readonly List<TaskCompletionSource> _flushes = [];
    private readonly SemaphoreSlim _begun = new(0);

    [Fact]
    public async Task Who_comes_during_a_flush_waits_for_the_next_together_with_others()
    {
        var first = await BeginAsync();
        var (second, third) = (_disk.WaitAsync(FlushAsync), _disk.WaitAsync(FlushAsync));
        _flushes[0].SetResult();
        await first;
        await _begun.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted || third.IsCompleted);
        _flushes[1].SetResult();
        await Task.WhenAll(second, third);
        Assert.Equal(2, _flushes.Count);
    }

    [Fact]
    public async Task A_failed_flush_is_told_to_those_who_waited_for_it_and_to_nobody_after()
    {
        var first = await BeginAsync();
        var second = _disk.WaitAsync(FlushAsync);
        _flushes[0].SetException(new IOException("disk full"));
        await Assert.ThrowsAsync<IOException>(() => first);
        await _begun.WaitAsync(TestContext.Current.CancellationToken);
        _flushes[1].SetResult();
        await second;
    }

    public void Dispose() => _begun.Dispose();

    private async Task<Task> BeginAsync()
    {
        var waiting = _disk.WaitAsync(FlushAsync);
        await _begun.WaitAsync(TestContext.Current.CancellationToken);
        return waiting;
    }

    private Task FlushAsync()
    {
        var flush = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _flushes.Add(flush);
        _begun.Release();
        return flush.Task;
    }
}
