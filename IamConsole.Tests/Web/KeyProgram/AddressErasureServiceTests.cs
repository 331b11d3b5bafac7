using IamConsole.Core.KeyProgram;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.KeyProgram;
using Microsoft.Extensions.Logging;

namespace IamConsole.Tests.Web.KeyProgram;

/// <summary>The timer that has addresses erased, by a clock that only the test moves.</summary>
public sealed class AddressErasureServiceTests
{
    [Fact]
    public async Task An_address_is_erased_by_the_timer_and_not_before_its_time()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        await iam.OpenKeyProgramAsync();
        var order = await iam.KeyOrderInAsync((await iam.EligibleRootAsync()).Root, KeyOrderState.Cancelled);
        using var log = new LogRecord();
        using var service = new AddressErasureService(
            iam.Get<EraseKeyAddresses>(), iam.Clock, new LoggerFactory([log]).CreateLogger<AddressErasureService>());
        iam.Clock.Advance(EraseKeyAddresses.Kept - TimeSpan.FromHours(1));
        await service.StartAsync(IamScenario.Ct);
        Assert.NotNull((await iam.KeyOrderAsync(order.Number)).ProtectedAddress);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(IamScenario.Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while ((await iam.KeyOrderAsync(order.Number)).ProtectedAddress is not null)
        {
            patience.Token.ThrowIfCancellationRequested();
            iam.Clock.Advance(TimeSpan.FromHours(6));
            await Task.Yield();
        }

        await service.StopAsync(IamScenario.Ct);
        Assert.Empty(log.Lines);
    }
}
