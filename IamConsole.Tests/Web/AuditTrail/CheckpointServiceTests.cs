using IamConsole.Core.AuditTrail;
using IamConsole.Tests.Core.AuditTrail;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.AuditTrail;
using Microsoft.Extensions.Logging;

namespace IamConsole.Tests.Web.AuditTrail;

/// <summary>The timer that has the trail signed, by a clock that only the test moves.</summary>
public sealed class CheckpointServiceTests
{
    [Fact]
    public async Task The_trail_is_signed_at_the_start_every_hour_in_which_something_happened_and_once_at_the_stop()
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(DatabaseKind.Sqlite);
        using var log = new LogRecord();
        using var service = await StartedAsync(iam, log);
        iam.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(1, Signed(iam));

        iam.Clock.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(() => Signed(iam) == 2);
        await iam.AccountWithRootAsync();
        iam.Clock.Advance(TimeSpan.FromHours(1));
        await UntilAsync(() => Signed(iam) == 3);
        await iam.AccountWithRootAsync();
        await service.StopAsync(IamScenario.Ct);
        await service.StopAsync(IamScenario.Ct);

        Assert.Equal(new AuditVerdict(11, 4), await iam.VerifyAsync());
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task An_hour_in_which_it_fails_is_told_and_the_next_one_is_signed()
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(DatabaseKind.Sqlite);
        using var log = new LogRecord();
        using var service = await StartedAsync(iam, log);
        await iam.TamperAsync("UPDATE \"AuditEvents\" SET \"ActorName\" = 'bob' WHERE \"Sequence\" = 9");
        iam.Clock.Advance(TimeSpan.FromHours(1));
        await UntilAsync(() => log.Lines.Count == 1);
        await iam.TamperAsync("UPDATE \"AuditEvents\" SET \"ActorName\" = 'operator' WHERE \"Sequence\" = 9");

        iam.Clock.Advance(TimeSpan.FromHours(1));
        await UntilAsync(() => Signed(iam) == 2 || log.Lines.Count == 2);
        await service.StopAsync(IamScenario.Ct);

        Assert.StartsWith("Critical: The audit trail is not what was written", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_stops_in_haste_or_is_disposed_of_meanwhile_is_no_fault()
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(DatabaseKind.Sqlite);
        using var log = new LogRecord();
        using var hasty = Service(iam, log);
        using var late = Service(iam, log);
        await hasty.StopAsync(new CancellationToken(canceled: true));

        await iam.RestartAsync();
        await late.StopAsync(IamScenario.Ct);

        Assert.Empty(log.Lines);
        Assert.Equal(0, Signed(iam));
    }

    // It has signed what there was, and something has happened since.
    private static async Task<CheckpointService> StartedAsync(IamScenario iam, LogRecord log)
    {
        var service = Service(iam, log);
        await service.StartAsync(IamScenario.Ct);
        await UntilAsync(() => Signed(iam) == 1);
        await iam.AccountWithRootAsync();
        return service;
    }

    private static CheckpointService Service(IamScenario iam, LogRecord log) =>
        new(iam.Get<MakeCheckpoint>(), iam.Clock, new LoggerFactory([log]).CreateLogger<CheckpointService>());

    private static int Signed(IamScenario iam) =>
        File.Exists(iam.Get<AuditFiles>().Checkpoints) ? File.ReadAllLines(iam.Get<AuditFiles>().Checkpoints).Length : 0;

    // The service goes on in another thread when the clock has moved.
    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(IamScenario.Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
