using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Web.Hosting;

namespace IamConsole.Web.AuditTrail;

/// <summary>Has the audit trail's state signed when the server starts, every hour, and when it stops.</summary>
public sealed class CheckpointService(MakeCheckpoint checkpoints, TimeProvider clock, ILogger<CheckpointService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private bool _stopped;
    private PeriodicTimer? _timer;

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        // A host may be stopped and then disposed, which stops it once more.
        if (Interlocked.Exchange(ref _stopped, true)) return;
        try
        {
            await MakeAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The host is in haste: the checkpoint at the next start covers what this one would have.
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        _timer = timer;
        try
        {
            do
            {
                await MakeAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        finally
        {
            _timer = null;
        }
    }

    private async Task MakeAsync(CancellationToken ct)
    {
        try
        {
            await checkpoints.RunAsync(ct);
            if (_timer is { } timer) timer.Period = Interval;
        }
        catch (AuditTrailException broken)
        {
            log.TrailBroken(broken);
        }
        catch (ObjectDisposedException) when (_stopped || ct.IsCancellationRequested)
        {
            // The host was disposed of before it had stopped: likewise.
        }
        catch (Exception away) when (PassingFault.Is(away))
        {
            if (_timer is { } timer) timer.Period = PassingLog.Soon;
            log.DatabaseAway("checkpoint", away);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A database or disk that is away for a while: the next checkpoint covers what this one would have.
            log.CheckpointFailed(error);
        }
    }
}
