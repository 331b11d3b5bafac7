namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>
/// Real time plus an offset that a test moves, or standing still. Timers and measured durations run on real time, so that
/// the server and its browsers keep going whatever the calendar says.
/// </summary>
public sealed class TestClock : TimeProvider
{
    private readonly Lock _changing = new();
    private TimeSpan _offset;
    private DateTimeOffset? _frozenAt;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_changing) return (_frozenAt ?? System.GetUtcNow()) + _offset;
    }

    public void Advance(TimeSpan by)
    {
        lock (_changing) _offset += by;
    }

    /// <summary>Stops the calendar at this moment; <see cref="Advance"/> still moves it.</summary>
    public void Freeze()
    {
        lock (_changing) _frozenAt ??= System.GetUtcNow();
    }

    /// <summary>Stops the calendar at a chosen moment.</summary>
    public void FreezeAt(DateTimeOffset moment)
    {
        lock (_changing) (_frozenAt, _offset) = (moment, TimeSpan.Zero);
    }

    /// <summary>Stops the calendar just after a step of 30 seconds has begun, so that a code outlives the test's next lines.</summary>
    public void FreezeAtStepStart()
    {
        const long step = 30 * TimeSpan.TicksPerSecond;
        var now = GetUtcNow();
        FreezeAt(new DateTimeOffset(((now.UtcTicks / step) + 1) * step, TimeSpan.Zero).AddSeconds(1));
    }

    /// <summary>Lets the calendar go on from where it stands.</summary>
    public void Resume()
    {
        lock (_changing)
        {
            if (_frozenAt is not { } moment) return;
            _offset += moment - System.GetUtcNow();
            _frozenAt = null;
        }
    }
}
