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
        try
        {
            await _rings.Reader.ReadAsync(ct).AsTask().WaitAsync(Look, clock, ct);
        }
        catch (TimeoutException)
        {
            // Nobody rang: look anyway.
        }
    }
}
