using IamConsole.Core;
using IamConsole.Core.KeyProgram;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed partial class IamScenario
{
    public const string Model = "usb-c";

    public static ShippingAddress Harbour { get; } =
        new("Maria Sousa", "Lumen Labs", "Hafenstr. 410", null, "Hamburg", null, "20457", "DE", "+49 40 555 0142");

    public static WantedKey WantedKey { get; } = new(Model, Harbour, AcceptsTerms: true);

    /// <summary>Switched on for accounts in Germany that spent 100, with a model in stock.</summary>
    public async Task OpenKeyProgramAsync(int stock = 5)
    {
        (await Get<SetKeyProgramRules>().RunAsync(
            new WantedKeyRules(["DE"], 365, new Dictionary<string, long> { [FigureMinimum.Spend] = 100 }), Ct)).Ok();
        (await Get<AddKeyModel>().RunAsync(Model, "USB-C with NFC", "For recent laptops and phones.", stock, Ct)).Ok();
        await Get<SwitchKeyProgram>().RunAsync(on: true, Ct);
    }

    /// <summary>An account that spent enough, and its signed-in root.</summary>
    public async Task<(AccountWithRoot Account, SignedIn Root)> EligibleRootAsync()
    {
        var (account, root) = await SignedInRootAsync();
        (await Get<RecordFigure>().RunAsync(account.Id, FigureMinimum.Spend, 212, Ct)).Ok();
        return (account, root);
    }

    public Task<Result<PlacedKeyOrder>> OrderKeyAsync(SignedIn root, WantedKey? wanted = null) =>
        Get<OrderSecurityKey>().RunAsync(root.Caller, wanted ?? WantedKey, Ct);

    public Task<KeyOrder> KeyOrderAsync(long number) => ReadAsync(db => db.KeyOrders.AsNoTracking().SingleAsync(o => o.Number == number, Ct));

    public Task<int> KeyStockAsync() => ReadAsync(db => db.KeyModels.Where(m => m.Id == Model).Select(m => m.Stock).SingleAsync(Ct));

    /// <summary>What the operator does to an order, by the state to which it leads.</summary>
    public Task<Result> MoveKeyOrderAsync(string order, KeyOrderState to) => to switch
    {
        KeyOrderState.Approved => Get<ApproveKeyOrder>().RunAsync(order, Ct),
        KeyOrderState.Rejected => Get<RejectKeyOrder>().RunAsync(order, "The address is incomplete", Ct),
        KeyOrderState.Shipped => Get<ShipKeyOrder>().RunAsync(order, "PX 884 201 553", "https://carrier.example/PX884201553", new DateOnly(2026, 3, 9), Ct),
        KeyOrderState.Delivered => Get<DeliverKeyOrder>().RunAsync(order, Ct),
        _ => throw new ArgumentOutOfRangeException(nameof(to)),
    };

    /// <summary>An order of this root in the wanted state.</summary>
    public async Task<PlacedKeyOrder> KeyOrderInAsync(SignedIn root, KeyOrderState state)
    {
        var order = (await OrderKeyAsync(root)).Ok();
        KeyOrderState[] way = state switch
        {
            KeyOrderState.Placed or KeyOrderState.Cancelled => [],
            KeyOrderState.Rejected => [KeyOrderState.Rejected],
            _ => [.. new[] { KeyOrderState.Approved, KeyOrderState.Shipped, KeyOrderState.Delivered }.TakeWhile(s => s <= state)],
        };
        foreach (var step in way) (await MoveKeyOrderAsync(order.Label, step)).Ok();
        if (state is KeyOrderState.Cancelled) (await Get<CancelSecurityKeyOrder>().RunAsync(root.Caller, order.Number, Ct)).Ok();
        return order;
    }
}
