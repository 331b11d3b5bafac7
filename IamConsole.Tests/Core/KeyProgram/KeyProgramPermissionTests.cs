using IamConsole.Core.KeyProgram;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.KeyProgram;

public sealed class KeyProgramPermissionTests
{
    [Theory, BothDatabases]
    public async Task An_administrator_sees_orders_and_conditions_and_neither_orders_nor_cancels(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        var (account, root) = await iam.EligibleRootAsync();
        var admin = await iam.SignInAsync(await iam.AdministratorAsync(account, root, "admin"));
        var refused = await iam.OrderKeyAsync(admin);
        Assert.Equal(("OrderSecurityKey", "AccessDenied"), ((await iam.LastEventAsync()).EventName, (await iam.LastEventAsync()).Reason));
        var order = await iam.KeyOrderInAsync(root, KeyOrderState.Placed);

        Assert.Equal("iamconsole:OrderSecurityKey", refused.Error!.Denial!.Action);
        Assert.Equal("AccessDenied", (await iam.Get<CancelSecurityKeyOrder>().RunAsync(admin.Caller, order.Number, IamScenario.Ct)).Error!.Code);
        Assert.Equal(order.Label, Assert.Single((await ListAsync(iam, admin)).Ok().Orders).Label);
        var eligibility = (await iam.Get<GetSecurityKeyEligibility>().RunAsync(admin.Caller, IamScenario.Ct)).Ok();
        Assert.Equal(new KeyCondition(KeyConditionKind.Root, false), eligibility.Conditions[0]);
        Assert.Equal(KeyOrderState.Placed, (await iam.KeyOrderAsync(order.Number)).State);
    }

    [Theory, BothDatabases]
    public async Task Who_may_read_the_account_reads_orders_and_who_manages_only_himself_does_not(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        var (account, root) = await iam.EligibleRootAsync();
        await iam.KeyOrderInAsync(root, KeyOrderState.Placed);
        var bob = await iam.SignInAsync(await iam.UserAsync(account, root, "bob"));

        Assert.Single((await ListAsync(iam, await iam.ReaderAsync(account, root))).Ok().Orders);
        Assert.Equal("AccessDenied", (await ListAsync(iam, bob)).Error!.Code);
        Assert.Equal("AccessDenied", (await iam.Get<GetSecurityKeyEligibility>().RunAsync(bob.Caller, IamScenario.Ct)).Error!.Code);
    }

    [Theory, BothDatabases]
    public async Task Another_accounts_order_is_neither_seen_nor_cancelled(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        var order = await iam.KeyOrderInAsync((await iam.EligibleRootAsync()).Root, KeyOrderState.Placed);
        var (_, stranger) = await iam.EligibleRootAsync();

        Assert.Empty((await ListAsync(iam, stranger)).Ok().Orders);
        Assert.Equal(KeyProgramErrors.NoSuchOrder, (await iam.Get<CancelSecurityKeyOrder>().RunAsync(stranger.Caller, order.Number, IamScenario.Ct)).Error);
        Assert.Equal(KeyOrderState.Placed, (await iam.KeyOrderAsync(order.Number)).State);
    }

    [Theory, BothDatabases]
    public async Task Many_orders_come_page_by_page_the_newest_first(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        var (_, root) = await iam.EligibleRootAsync();
        for (var i = 0; i < 26; i++) await iam.KeyOrderInAsync(root, KeyOrderState.Cancelled);
        await iam.KeyOrderInAsync(root, KeyOrderState.Placed);

        var first = (await ListAsync(iam, root)).Ok();
        var second = (await ListAsync(iam, root, first.Next)).Ok();

        Assert.Equal((27, true, true), (first.Count, first.HasOpenOrder, second.HasOpenOrder));
        Assert.Equal(Enumerable.Range(1, 27).Reverse(), first.Orders.Concat(second.Orders).Select(o => (int)o.Number));
        Assert.Null(second.Next);
    }

    private static Task<IamConsole.Core.Result<KeyOrderPage>> ListAsync(IamScenario iam, SignedIn by, long? after = null) =>
        iam.Get<ListSecurityKeyOrders>().RunAsync(by.Caller, after, IamScenario.Ct);
}
