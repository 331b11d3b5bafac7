using IamConsole.Core.KeyProgram;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.KeyProgram;

/// <summary>Orders and changes that really meet.</summary>
public sealed class KeyOrderRaceTests
{
    [Theory, BothDatabases]
    public async Task Of_parallel_orders_of_one_account_one_is_placed_and_one_key_reserved(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        var (_, root) = await iam.EligibleRootAsync();

        var answers = await Simultaneously.RunAsync(4, _ => iam.OrderKeyAsync(root));

        Assert.Single(answers, a => a.Succeeded);
        Assert.All(answers.Where(a => !a.Succeeded), a => Assert.Contains(a.Error, new[] { KeyProgramErrors.NotEligible, KeyProgramErrors.OrderUnderWay }));
        Assert.Equal((4, 1), (await iam.KeyStockAsync(), await iam.ReadAsync(db => db.KeyOrders.CountAsync(IamScenario.Ct))));
    }

    [Theory, BothDatabases]
    public async Task Of_two_accounts_that_order_the_last_key_one_gets_it_and_the_stock_is_never_negative(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync(stock: 1);
        SignedIn[] roots = [(await iam.EligibleRootAsync()).Root, (await iam.EligibleRootAsync()).Root];

        var answers = await Simultaneously.RunAsync(2, i => iam.OrderKeyAsync(roots[i]));

        Assert.Single(answers, a => a.Succeeded);
        Assert.Single(answers, a => a.Error == KeyProgramErrors.OutOfStock);
        Assert.Equal((0, 1), (await iam.KeyStockAsync(), await iam.ReadAsync(db => db.KeyOrders.CountAsync(IamScenario.Ct))));
        Assert.Contains(await iam.TrailAsync(), e => e is { EventName: "OrderSecurityKey", Reason: "OutOfStock" });
    }

    [Theory, BothDatabases]
    public async Task When_account_and_operator_change_an_order_together_one_of_them_does(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        var (_, root) = await iam.EligibleRootAsync();
        for (var round = 0; round < 5; round++)
        {
            var order = await iam.KeyOrderInAsync(root, KeyOrderState.Placed);

            var answers = await Simultaneously.RunAsync(2, i => i == 0
                ? iam.Get<CancelSecurityKeyOrder>().RunAsync(root.Caller, order.Number, IamScenario.Ct)
                : iam.MoveKeyOrderAsync(order.Label, KeyOrderState.Rejected));

            Assert.Single(answers, a => a.Succeeded);
            var state = (await iam.KeyOrderAsync(order.Number)).State;
            Assert.Equal(answers[0].Succeeded ? KeyOrderState.Cancelled : KeyOrderState.Rejected, state);
            Assert.Equal(5, await iam.KeyStockAsync());
        }
    }

    [Theory, BothDatabases]
    public async Task An_order_that_gets_past_every_question_still_meets_the_index(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        var (account, root) = await iam.EligibleRootAsync();
        var order = await iam.KeyOrderInAsync(root, KeyOrderState.Placed);
        await using var db = await iam.OpenAsync();
        db.KeyOrders.Add(new KeyOrder
        {
            Number = order.Number + 1,
            AccountId = account.Id,
            OpenAccountId = account.Id,
            ModelId = IamScenario.Model,
            ModelName = "USB-C with NFC",
            PlacedAt = iam.Now,
        });

        Assert.True(db.IsUniqueViolation(await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(IamScenario.Ct))));
    }
}
