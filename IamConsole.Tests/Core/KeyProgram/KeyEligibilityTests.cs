using IamConsole.Core.KeyProgram;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.KeyProgram;

/// <summary>Who may order: what the page says is what the order finds.</summary>
public sealed class KeyEligibilityTests
{
    [Theory, BothDatabases]
    public async Task Off_as_it_is_at_first_nothing_is_asked_and_nothing_ordered(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();

        var eligibility = await MeasureAsync(iam, root);

        Assert.Equal((false, false), (eligibility.IsOn, eligibility.IsEligible));
        Assert.Empty(eligibility.Conditions);
        Assert.Equal(KeyProgramErrors.Off, (await iam.OrderKeyAsync(root)).Error);
        Assert.Equal(("OrderSecurityKey", "ProgramOff"), ((await iam.LastEventAsync()).EventName, (await iam.LastEventAsync()).Reason));
    }

    [Theory, BothDatabases]
    public async Task Switched_off_again_it_takes_no_order_and_lets_open_ones_go_on(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        var (_, root) = await iam.EligibleRootAsync();
        var (_, late) = await iam.EligibleRootAsync();
        var order = await iam.KeyOrderInAsync(root, KeyOrderState.Placed);
        await iam.Get<SwitchKeyProgram>().RunAsync(on: false, IamScenario.Ct);

        Assert.Equal(KeyProgramErrors.Off, (await iam.OrderKeyAsync(late)).Error);
        (await iam.MoveKeyOrderAsync(order.Label, KeyOrderState.Approved)).Ok();
        Assert.Equal(4, await iam.KeyStockAsync());
    }

    [Theory, BothDatabases]
    public async Task Every_rule_is_shown_met_or_not_with_its_figure(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        (await iam.Get<SetKeyProgramRules>().RunAsync(
            new WantedKeyRules(["SE", "US"], 30, new Dictionary<string, long> { ["Seats"] = 5 }), IamScenario.Ct)).Ok();
        var (account, root) = await iam.SignedInRootAsync();
        (await iam.Get<RecordFigure>().RunAsync(account.Id, "spend", 99, IamScenario.Ct)).Ok();

        var eligibility = await MeasureAsync(iam, root);

        Assert.Equal(
            [
                new KeyCondition(KeyConditionKind.Root, true),
                new KeyCondition(KeyConditionKind.Figure, false) { Name = "Seats", Limit = 5 },
                new KeyCondition(KeyConditionKind.Figure, false) { Name = "Spend", Limit = 100, Value = 99, At = iam.Now },
                new KeyCondition(KeyConditionKind.Country, false) { Name = "Germany" },
                new KeyCondition(KeyConditionKind.Period, true) { Limit = 30 },
            ], eligibility.Conditions);
        Assert.Equal(KeyProgramErrors.NotEligible, (await iam.OrderKeyAsync(root)).Error);

        (await iam.Get<RecordFigure>().RunAsync(account.Id, FigureMinimum.Spend, 100, IamScenario.Ct)).Ok();
        (await iam.Get<SetKeyProgramRules>().RunAsync(new WantedKeyRules(["DE"], Dropped: ["seats"]), IamScenario.Ct)).Ok();
        Assert.True((await MeasureAsync(iam, root)).IsEligible);
        Assert.Equal([new KeyModelChoice("usb-c", "USB-C with NFC", "For recent laptops and phones.", true)], (await MeasureAsync(iam, root)).Models);
        (await iam.OrderKeyAsync(root)).Ok();
    }

    [Theory, BothDatabases]
    public async Task A_delivered_key_counts_for_the_period_and_an_open_order_for_as_long_as_it_is_open(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        (await iam.Get<SetKeyProgramRules>().RunAsync(new WantedKeyRules(PeriodDays: 7), IamScenario.Ct)).Ok();
        var (account, root) = await iam.EligibleRootAsync();
        var order = await iam.KeyOrderInAsync(root, KeyOrderState.Shipped);
        iam.Clock.Advance(TimeSpan.FromDays(6));
        root = await iam.SignInAsync(account.Root);
        var missed = Assert.Single((await MeasureAsync(iam, root)).Conditions, c => !c.IsMet);
        Assert.Equal((KeyConditionKind.Period, order.Label, iam.Now.AddDays(-6)), (missed.Kind, missed.Name, missed.At));

        iam.Clock.Advance(TimeSpan.FromDays(2));
        root = await iam.SignInAsync(account.Root);
        Assert.False((await MeasureAsync(iam, root)).IsEligible);
        (await iam.MoveKeyOrderAsync(order.Label, KeyOrderState.Delivered)).Ok();
        Assert.True((await MeasureAsync(iam, root)).IsEligible);
        (await iam.OrderKeyAsync(root)).Ok();
    }

    [Theory, BothDatabases]
    public async Task Model_address_and_terms_are_asked_for_at_their_fields(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        var (_, root) = await iam.EligibleRootAsync();
        var wanted = IamScenario.WantedKey;

        Assert.Equal(KeyProgramErrors.NoModel, (await iam.OrderKeyAsync(root, wanted with { ModelId = null })).Error);
        Assert.Equal(KeyProgramErrors.OutOfStock, (await iam.OrderKeyAsync(root, wanted with { ModelId = "no-such" })).Error);
        Assert.Equal(KeyProgramErrors.TermsNotAccepted, (await iam.OrderKeyAsync(root, wanted with { AcceptsTerms = false })).Error);
        Assert.Equal(KeyProgramErrors.NoCity, (await iam.OrderKeyAsync(root, wanted with { Address = wanted.Address with { City = " " } })).Error);
        (await iam.Get<RemoveKeyModel>().RunAsync(IamScenario.Model, IamScenario.Ct)).Ok();
        Assert.Equal(KeyProgramErrors.OutOfStock, (await iam.OrderKeyAsync(root)).Error);
        Assert.Equal(5, await iam.KeyStockAsync());
    }

    private static async Task<KeyEligibility> MeasureAsync(IamScenario iam, SignedIn by) =>
        (await iam.Get<GetSecurityKeyEligibility>().RunAsync(by.Caller, IamScenario.Ct)).Ok();
}
