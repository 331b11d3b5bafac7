using System.Threading.Channels;

namespace IamConsole.Core.Jobs;

/// <summary>The bell of this process's runner; the database is the bell.</summary>
public sealed class JobBell(TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(2) { FullMode = BoundedChannelFullMode.DropWrite });

    internal void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Returns when there may be work: at the bell, or after a while for jobs of other servers.</summary>
    internal async Task WaitAsync(CancellationToken ct)
    {
        // The read itself must end with the wait: one left behind would swallow the next ring.
        using var look = new CancellationTokenSource(Look, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(look.Token, ct);
        try
        {
            await _rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Nobody rang: look anyway.
        }
    }
}
