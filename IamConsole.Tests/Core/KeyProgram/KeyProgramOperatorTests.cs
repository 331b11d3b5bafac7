using IamConsole.Core.KeyProgram;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.KeyProgram;

/// <summary>What the operator sets: checked as a whole, audited, never half done.</summary>
public sealed class KeyProgramOperatorTests
{
    [Theory, BothDatabases]
    public async Task Rules_are_changed_one_by_one_and_wrong_ones_change_nothing(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        (await SetAsync(iam, new WantedKeyRules(["US", "DE", "US"]))).Ok();
        var seats = new Dictionary<string, long> { ["Seats"] = 5 };

        Assert.Equal(KeyProgramErrors.InvalidCountry, (await SetAsync(iam, new WantedKeyRules(["DE", "XX"], Minimums: seats))).Error);
        Assert.Equal(KeyProgramErrors.InvalidPeriod, (await SetAsync(iam, new WantedKeyRules(PeriodDays: 0, Minimums: seats))).Error);
        Assert.Equal(KeyProgramErrors.InvalidFigure, (await SetAsync(iam, new WantedKeyRules(Minimums: new Dictionary<string, long> { ["Spend"] = -1 }))).Error);
        Assert.Equal(KeyProgramErrors.NoSuchFigure, (await SetAsync(iam, new WantedKeyRules(["SE"], 5, seats, ["Age"]))).Error);

        var program = await iam.Get<ReadKeyProgram>().RunAsync(IamScenario.Ct);
        Assert.Equal((true, 365), (program.IsOn, program.PeriodDays));
        Assert.Equal(["DE", "US"], program.Countries);
        Assert.Equal(("Spend", 100L), (Assert.Single(program.Minimums).Name, program.Minimums[0].Minimum));
        var last = await iam.LastEventAsync();
        Assert.Equal(("UpdateSecurityKeyProgram", "Operator", null), (last.EventName, last.ActorType, last.AccountId));
    }

    [Theory, BothDatabases]
    public async Task Models_come_go_and_come_back_and_the_stock_never_falls_below_zero(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync(stock: 2);

        Assert.Equal(KeyProgramErrors.ModelExists, (await AddAsync(iam, IamScenario.Model)).Error);
        Assert.Equal(KeyProgramErrors.InvalidModel, (await AddAsync(iam, "USB C")).Error);
        Assert.Equal(KeyProgramErrors.StockTooLow, (await iam.Get<ChangeKeyStock>().RunAsync(IamScenario.Model, -3, IamScenario.Ct)).Error);
        Assert.Equal(KeyProgramErrors.StockTooLow, (await iam.Get<ChangeKeyStock>().RunAsync(IamScenario.Model, int.MinValue, IamScenario.Ct)).Error);
        Assert.Equal(KeyProgramErrors.NoSuchModel, (await iam.Get<ChangeKeyStock>().RunAsync("usb-a", 1, IamScenario.Ct)).Error);
        (await iam.Get<ChangeKeyStock>().RunAsync(IamScenario.Model, -2, IamScenario.Ct)).Ok();
        Assert.Equal("UpdateSecurityKeyStock", (await iam.LastEventAsync()).EventName);
        (await iam.Get<RemoveKeyModel>().RunAsync(IamScenario.Model, IamScenario.Ct)).Ok();
        Assert.Equal(KeyProgramErrors.NoSuchModel, (await iam.Get<RemoveKeyModel>().RunAsync(IamScenario.Model, IamScenario.Ct)).Error);
        Assert.Empty((await iam.Get<ReadKeyProgram>().RunAsync(IamScenario.Ct)).Models);
        (await AddAsync(iam, IamScenario.Model)).Ok();

        Assert.Equal(7, await iam.KeyStockAsync());
    }

    [Theory, BothDatabases]
    public async Task A_figure_needs_an_account_and_a_rule_that_asks_for_it(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        var (account, _) = await iam.SignedInRootAsync();

        Assert.Equal(KeyProgramErrors.NoSuchAccount, (await iam.Get<RecordFigure>().RunAsync("000000000000", "Spend", 1, IamScenario.Ct)).Error);
        Assert.Equal(KeyProgramErrors.NoSuchFigure, (await iam.Get<RecordFigure>().RunAsync(account.Id, "Seats", 1, IamScenario.Ct)).Error);
        Assert.Equal(KeyProgramErrors.InvalidFigure, (await iam.Get<RecordFigure>().RunAsync(account.Id, "Spend", -1, IamScenario.Ct)).Error);
        (await iam.Get<RecordFigure>().RunAsync(account.Id, "SPEND", 99, IamScenario.Ct)).Ok();
        (await iam.Get<RecordFigure>().RunAsync(account.Id, "Spend", 101, IamScenario.Ct)).Ok();

        Assert.Equal("""{"name":"Spend","before":99,"after":101}""", (await iam.LastEventAsync()).Details);
    }

    [Theory, BothDatabases]
    public async Task Open_orders_are_listed_oldest_first_and_all_newest_first(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        foreach (var state in new[] { KeyOrderState.Placed, KeyOrderState.Delivered, KeyOrderState.Shipped })
            await iam.KeyOrderInAsync((await iam.EligibleRootAsync()).Root, state);

        Assert.Equal([1L, 3L], (await iam.Get<ListKeyOrders>().RunAsync(onlyOpen: true, IamScenario.Ct)).Orders.Select(o => o.Number));
        Assert.Equal([3L, 2L, 1L], (await iam.Get<ListKeyOrders>().RunAsync(onlyOpen: false, IamScenario.Ct)).Orders.Select(o => o.Number));
    }

    private static Task<IamConsole.Core.Result> SetAsync(IamScenario iam, WantedKeyRules wanted) =>
        iam.Get<SetKeyProgramRules>().RunAsync(wanted, IamScenario.Ct);

    private static Task<IamConsole.Core.Result> AddAsync(IamScenario iam, string id) =>
        iam.Get<AddKeyModel>().RunAsync(id, "USB-C", null, 7, IamScenario.Ct);
}
