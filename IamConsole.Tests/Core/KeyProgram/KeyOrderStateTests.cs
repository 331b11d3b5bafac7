using IamConsole.Core.KeyProgram;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.KeyProgram;

/// <summary>The life of an order: each change that there is, and none that there is not.</summary>
public sealed class KeyOrderStateTests
{
    [Theory, BothDatabases]
    public async Task An_order_is_placed_approved_shipped_and_delivered_and_each_step_is_dated_audited_and_told(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        var (account, root) = await iam.EligibleRootAsync();

        var order = (await iam.OrderKeyAsync(root)).Ok();
        Assert.Equal((1, "SK-2026-0001", 4), (order.Number, order.Label, await iam.KeyStockAsync()));
        foreach (var state in new[] { KeyOrderState.Approved, KeyOrderState.Shipped, KeyOrderState.Delivered })
        {
            iam.Clock.Advance(TimeSpan.FromHours(1));
            (await iam.MoveKeyOrderAsync("1", state)).Ok();
        }

        var kept = await iam.KeyOrderAsync(order.Number);
        Assert.Equal((KeyOrderState.Delivered, iam.Now, null), (kept.State, kept.EndedAt, kept.OpenAccountId));
        Assert.Equal((iam.Now.AddHours(-3), iam.Now.AddHours(-2), iam.Now.AddHours(-1)), (kept.PlacedAt, kept.ApprovedAt, kept.ShippedAt));
        Assert.Equal(("PX 884 201 553", new DateOnly(2026, 3, 9)), (kept.Tracking, kept.ExpectedOn));
        Assert.Equal(4, await iam.KeyStockAsync());
        var events = (await iam.TrailAsync()).Where(e => e.Target == order.Label).ToList();
        Assert.Equal(
            ["OrderSecurityKey", "ApproveSecurityKeyOrder", "ShipSecurityKeyOrder", "DeliverSecurityKeyOrder"], events.Select(e => e.EventName));
        Assert.All(events, e => Assert.Equal((true, account.Id), (e.Succeeded, e.AccountId)));
        Assert.Equal(["Root", "Operator", "Operator", "Operator"], events.Select(e => e.ActorType));
        foreach (var told in new[] { "was approved", "was shipped", "was delivered" }) Assert.Equal("root1@example.com", (await iam.MailAsync(told)).Recipient);
    }

    [Theory, BothDatabases]
    public async Task From_no_state_does_the_operator_reach_one_that_does_not_follow(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync(stock: 6);
        KeyOrderState[] targets = [KeyOrderState.Approved, KeyOrderState.Rejected, KeyOrderState.Shipped, KeyOrderState.Delivered];
        foreach (var state in Enum.GetValues<KeyOrderState>())
        {
            var (_, root) = await iam.EligibleRootAsync();
            var order = await iam.KeyOrderInAsync(root, state);
            var (before, stock) = (await iam.KeyOrderAsync(order.Number), await iam.KeyStockAsync());
            foreach (var target in targets.Where(t => !Follows(state, t)))
            {
                var refused = (await iam.MoveKeyOrderAsync(order.Label, target)).Error!;
                Assert.Equal("InvalidState", refused.Code);
                Assert.Contains($"{order.Label} is {state}", refused.Message, StringComparison.Ordinal);
                Assert.Equal((false, "InvalidState"), ((await iam.LastEventAsync()).Succeeded, (await iam.LastEventAsync()).Reason));
                Assert.Equivalent(before, await iam.KeyOrderAsync(order.Number), strict: true);
            }

            if (state is not KeyOrderState.Placed)
            {
                var refused = await iam.Get<CancelSecurityKeyOrder>().RunAsync(root.Caller, order.Number, IamScenario.Ct);
                Assert.Equal(KeyProgramErrors.CannotCancel, refused.Error);
                Assert.Equal("CancelSecurityKeyOrder", (await iam.LastEventAsync()).EventName);
            }

            Assert.Equal(stock, await iam.KeyStockAsync());
        }
    }

    [Theory, BothDatabases]
    public async Task A_cancelled_and_a_rejected_order_give_the_key_back_and_leave_the_account_its_turn(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync(stock: 1);
        var (_, root) = await iam.EligibleRootAsync();

        await iam.KeyOrderInAsync(root, KeyOrderState.Cancelled);
        Assert.Equal(("CancelSecurityKeyOrder", true, 1), ((await iam.LastEventAsync()).EventName, (await iam.LastEventAsync()).Succeeded, await iam.KeyStockAsync()));
        var rejected = await iam.KeyOrderInAsync(root, KeyOrderState.Rejected);
        Assert.Equal((1, "The address is incomplete"), (await iam.KeyStockAsync(), (await iam.KeyOrderAsync(rejected.Number)).Reason));

        Assert.Equal("SK-2026-0003", (await iam.OrderKeyAsync(root)).Ok().Label);
        Assert.Equal(0, await iam.KeyStockAsync());
    }

    [Theory, BothDatabases]
    public async Task Reason_and_tracking_number_are_asked_for_and_an_unknown_order_is_said_to_be(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.OpenKeyProgramAsync();
        var (_, root) = await iam.EligibleRootAsync();
        var order = await iam.KeyOrderInAsync(root, KeyOrderState.Placed);

        foreach (var reason in new[] { null, " ", "two\nlines", new string('x', 201) })
            Assert.Equal(KeyProgramErrors.InvalidReason, (await iam.Get<RejectKeyOrder>().RunAsync(order.Label, reason, IamScenario.Ct)).Error);
        foreach (var (tracking, link) in new[] { ("", null), (new string('1', 65), null), ("1", "http://carrier.example"), ("1", "javascript:alert(1)"), ("1\r2", null) })
            Assert.Equal(KeyProgramErrors.InvalidTracking, (await iam.Get<ShipKeyOrder>().RunAsync(order.Label, tracking, link, null, IamScenario.Ct)).Error);
        foreach (var unknown in new[] { "2", "SK-2026-0002", "SK-26-0001", "", "-1", "one" })
            Assert.Equal(KeyProgramErrors.NoSuchOrder, (await iam.MoveKeyOrderAsync(unknown, KeyOrderState.Approved)).Error);
    }

    private static bool Follows(KeyOrderState from, KeyOrderState to) => (from, to) is
        (KeyOrderState.Placed, KeyOrderState.Approved or KeyOrderState.Rejected)
        or (KeyOrderState.Approved, KeyOrderState.Shipped) or (KeyOrderState.Shipped, KeyOrderState.Delivered);
}
