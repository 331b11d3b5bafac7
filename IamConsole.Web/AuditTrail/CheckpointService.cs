using IamConsole.Core.AuditTrail;

namespace IamConsole.Web.AuditTrail;

/// <summary>Has the audit trail's state signed when the server starts, every hour, and when it stops.</summary>
public sealed class CheckpointService(MakeCheckpoint checkpoints, TimeProvider clock, ILogger<CheckpointService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private bool _stopped;

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
        do
        {
            await MakeAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task MakeAsync(CancellationToken ct)
    {
        try
        {
            await checkpoints.RunAsync(ct);
        }
        catch (AuditTrailException broken)
        {
            log.TrailBroken(broken);
        }
        catch (ObjectDisposedException) when (_stopped || ct.IsCancellationRequested)
        {
            // The host was disposed of before it had stopped: likewise.
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A database or disk that is away for a while: the next checkpoint covers what this one would have.
            log.CheckpointFailed(error);
        }
    }
}
