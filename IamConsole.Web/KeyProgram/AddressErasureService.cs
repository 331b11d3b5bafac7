using IamConsole.Core.KeyProgram;
using IamConsole.Core.Persistence;
using IamConsole.Web.Hosting;

namespace IamConsole.Web.KeyProgram;

/// <summary>Has old addresses erased when the server starts and every six hours.</summary>
public sealed class AddressErasureService(EraseKeyAddresses erase, TimeProvider clock, ILogger<AddressErasureService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await erase.RunAsync(stoppingToken);
                timer.Period = Interval;
            }
            catch (ObjectDisposedException) when (stoppingToken.IsCancellationRequested)
            {
                // The host was disposed of before it had stopped: the next start erases what this one would have.
            }
            catch (Exception away) when (PassingFault.Is(away))
            {
                timer.Period = PassingLog.Soon;
                log.DatabaseAway("old addresses", away);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The database may be away for a while.
                log.AddressesNotErased(error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
