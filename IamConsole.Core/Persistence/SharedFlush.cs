namespace IamConsole.Core.Persistence;

/// <summary>
/// Group commit: a flush makes durable whatever was written before it began, so everybody who comes while one is under way
/// waits for the next, together.
/// </summary>
internal sealed class SharedFlush
{
    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    private Task? _next;

    /// <summary>Returns when a flush that began after this call has ended.</summary>
    /// <param name="flush">Does it; of those who wait together only the first one's is called.</param>
    public Task WaitAsync(Func<Task> flush)
    {
        lock (_lock) return _next ??= StartAfterAsync(_running, flush);
    }

    private async Task StartAfterAsync(Task before, Func<Task> flush)
    {
        // Never inside the lock, and a failure is of those who waited for that one.
        await Task.WhenAny(before).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        lock (_lock)
        {
            _running = _next!;
            _next = null;
        }

        await flush();
    }
}
