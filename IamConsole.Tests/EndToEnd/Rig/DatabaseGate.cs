using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>A database whose answers can be held back, and which says how many are waited for: slowness without waiting for it.</summary>
public sealed class DatabaseGate : DbCommandInterceptor
{
    private volatile TaskCompletionSource _open = Opened();
    private TaskCompletionSource _asked = Closed();
    private int _running;
    private long _count;

    /// <summary>How often something was asked.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Nothing is asked at this moment.</summary>
    public bool IsQuiet => Volatile.Read(ref _running) == 0;

    /// <summary>Holds every answer from now on.</summary>
    public void Hold() => (_asked, _open) = (Closed(), Closed());

    /// <summary>Lets all go.</summary>
    public void Release() => _open.TrySetResult();

    /// <summary>Until something waits for an answer that is held.</summary>
    public Task AskedAsync() => _asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await PassAsync(cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await PassAsync(cancellationToken);
        return result;
    }

    private async Task PassAsync(CancellationToken ct)
    {
        Interlocked.Increment(ref _count);
        var open = _open.Task;
        if (open.IsCompleted) return;
        Interlocked.Increment(ref _running);
        _asked.TrySetResult();
        try
        {
            await open.WaitAsync(ct);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private static TaskCompletionSource Closed() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource Opened()
    {
        var open = Closed();
        open.SetResult();
        return open;
    }
}
