using System.Security.Cryptography;
using System.Text;
using IamConsole.Core.KeyProgram;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.KeyProgram;

/// <summary>Where a key goes: encrypted, read by the operator alone, gone after 90 days, told to nobody else.</summary>
public sealed class KeyOrderAddressTests
{
    [Theory, BothDatabases]
    public async Task An_address_is_nowhere_in_the_database_in_clear_not_in_the_trail_and_not_in_mails(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        var (_, root) = await iam.EligibleRootAsync();
        var order = await iam.KeyOrderInAsync(root, KeyOrderState.Delivered);
        var read = (await iam.Get<ReadKeyOrder>().RunAsync(order.Label, IamScenario.Ct)).Ok();
        var everything = Encoding.UTF8.GetString(await iam.ReadEverythingAsync());

        Assert.Equal(IamScenario.Harbour, read.Address);
        foreach (var part in new[] { "Maria Sousa", "Hafenstr", "Hamburg", "20457", "555 0142" })
            Assert.DoesNotContain(part, everything, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            ("GetSecurityKeyOrderAddress", order.Label, "Operator"),
            ((await iam.LastEventAsync()).EventName, (await iam.LastEventAsync()).Target, (await iam.LastEventAsync()).ActorType));
    }

    [Theory, BothDatabases]
    public async Task Moved_to_another_order_it_cannot_be_read(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        var first = await iam.KeyOrderInAsync((await iam.EligibleRootAsync()).Root, KeyOrderState.Placed);
        var second = await iam.KeyOrderInAsync((await iam.EligibleRootAsync()).Root, KeyOrderState.Placed);
        var stolen = (await iam.KeyOrderAsync(first.Number)).ProtectedAddress;
        await using (var db = await iam.OpenAsync())
            await db.KeyOrders.Where(o => o.Number == second.Number).ExecuteUpdateAsync(s => s.SetProperty(o => o.ProtectedAddress, stolen), IamScenario.Ct);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => iam.Get<ReadKeyOrder>().RunAsync(second.Label, IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task Ninety_days_after_the_end_of_an_order_and_not_before_it_is_erased_and_the_trail_told(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync(stock: 6);
        var orders = new Dictionary<KeyOrderState, PlacedKeyOrder>();
        foreach (var state in Enum.GetValues<KeyOrderState>()) orders[state] = await iam.KeyOrderInAsync((await iam.EligibleRootAsync()).Root, state);
        KeyOrderState[] ended = [KeyOrderState.Delivered, KeyOrderState.Rejected, KeyOrderState.Cancelled];

        iam.Clock.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await iam.Get<EraseKeyAddresses>().RunAsync(IamScenario.Ct));
        iam.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, await iam.Get<EraseKeyAddresses>().RunAsync(IamScenario.Ct));
        Assert.Equal(0, await iam.Get<EraseKeyAddresses>().RunAsync(IamScenario.Ct));

        foreach (var (state, order) in orders)
            Assert.Equal((state, ended.Contains(state)), (state, (await iam.KeyOrderAsync(order.Number)).ProtectedAddress is null));
        Assert.Equal(
            ended.Select(s => orders[s].Label).Order(),
            (await iam.TrailAsync()).Where(e => e.EventName == "DeleteSecurityKeyOrderAddress").Select(e => e.Target!).Order());
        Assert.Null((await iam.Get<ReadKeyOrder>().RunAsync(orders[KeyOrderState.Delivered].Label, IamScenario.Ct)).Ok().Address);
    }

    [Theory, BothDatabases]
    public async Task More_than_one_batch_is_erased_in_one_go_by_several_servers_together(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        var (account, _) = await iam.EligibleRootAsync();
        await using (var db = await iam.OpenAsync())
        {
            db.KeyOrders.AddRange(Enumerable.Range(1, 205).Select(n => new KeyOrder
            {
                Number = n,
                AccountId = account.Id,
                ModelId = IamScenario.Model,
                ModelName = "USB-C with NFC",
                State = KeyOrderState.Cancelled,
                PlacedAt = iam.Now,
                EndedAt = iam.Now,
                ProtectedAddress = [1, 2, 3],
            }));
            await db.SaveChangesAsync(IamScenario.Ct);
        }

        iam.Clock.Advance(TimeSpan.FromDays(91));
        await Simultaneously.RunAsync(2, _ => iam.Get<EraseKeyAddresses>().RunAsync(IamScenario.Ct));

        Assert.Equal(0, await iam.ReadAsync(db => db.KeyOrders.CountAsync(o => o.ProtectedAddress != null, IamScenario.Ct)));
        Assert.Equal(205, (await iam.TrailAsync()).Count(e => e.EventName == "DeleteSecurityKeyOrderAddress"));
    }
}
