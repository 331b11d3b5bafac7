using IamConsole.Core.Notices;
using IamConsole.Core.Persistence;
using IamConsole.Web.Hosting;

namespace IamConsole.Web.Mail;

/// <summary>Empties the outbox as long as the server runs. Nothing waits for it: sign-ins and changes only write rows.</summary>
public sealed class MailService(MailDelivery delivery, ForgetNotices forget, TimeProvider clock, ILogger<MailService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenTidyings = TimeSpan.FromHours(6);

    private DateTimeOffset _tidied;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await delivery.RunAsync(stoppingToken);
                if (clock.GetUtcNow() - _tidied < BetweenTidyings) continue;
                await forget.RunAsync(stoppingToken);
                _tidied = clock.GetUtcNow();
            }
            catch (Exception away) when (PassingFault.Is(away))
            {
                log.DatabaseAway("outbox", away);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The database may be away for a while; the mails stay in it.
                log.OutboxUnread(error);
            }
        }
    }
}
