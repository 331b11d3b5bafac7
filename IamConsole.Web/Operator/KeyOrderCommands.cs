using System.CommandLine;
using System.Globalization;
using IamConsole.Core.Accounts;
using IamConsole.Core.KeyProgram;

namespace IamConsole.Web.Operator;

/// <summary><c>key-program orders</c>, <c>show</c>, <c>approve</c>, <c>reject</c>, <c>ship</c>, <c>deliver</c>.</summary>
internal static class KeyOrderCommands
{
    private static readonly Argument<string> Order = new("ORDER") { Description = "The order's number: SK-2026-0031, or 31." };
    private static readonly Option<bool> All = new("--all") { Description = "Also orders that are delivered, rejected or cancelled." };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why; the account reads it.", Required = true };
    private static readonly Option<string> Tracking = new("--tracking") { Description = "The carrier's tracking number.", Required = true };
    private static readonly Option<string?> Link = new("--link") { Description = "The carrier's page about the shipment, https://…" };
    private static readonly Option<DateOnly?> Expected = new("--expected") { Description = "The day on which it should arrive, 2026-11-27." };

    public static IEnumerable<Command> Create() =>
    [
        KeyProgramCommand.New("orders", "List open orders, the oldest first.", [All], ListAsync),
        KeyProgramCommand.New("show", "Show an order with its address. The audit trail records that you looked.", [Order], ShowAsync),
        KeyProgramCommand.New("approve", "Approve an order.", [Order], (s, p, ct) =>
            OperatorAnswer.SayAsync(s.GetRequiredService<ApproveKeyOrder>().RunAsync(p.GetValue(Order)!, ct), "Approved.")),
        KeyProgramCommand.New("reject", "Reject an order; its key returns to the stock.", [Order, Reason], (s, p, ct) =>
            OperatorAnswer.SayAsync(s.GetRequiredService<RejectKeyOrder>().RunAsync(p.GetValue(Order)!, p.GetValue(Reason), ct), "Rejected.")),
        KeyProgramCommand.New("ship", "Say that an approved order was sent.", [Order, Tracking, Link, Expected], (s, p, ct) =>
            OperatorAnswer.SayAsync(s.GetRequiredService<ShipKeyOrder>().RunAsync(
                p.GetValue(Order)!, p.GetValue(Tracking), p.GetValue(Link), p.GetValue(Expected), ct), "Shipped.")),
        KeyProgramCommand.New("deliver", "Say that an order has arrived.", [Order], (s, p, ct) =>
            OperatorAnswer.SayAsync(s.GetRequiredService<DeliverKeyOrder>().RunAsync(p.GetValue(Order)!, ct), "Delivered.")),
    ];

    private static async Task<int> ListAsync(IServiceProvider services, ParseResult parsed, CancellationToken ct)
    {
        var list = await services.GetRequiredService<ListKeyOrders>().RunAsync(!parsed.GetValue(All), ct);
        foreach (var order in list.Orders) Console.WriteLine(Line(order));
        Console.WriteLine(list.IsCut ? "There are more." : string.Create(CultureInfo.InvariantCulture, $"{list.Orders.Count} orders."));
        return 0;
    }

    private static async Task<int> ShowAsync(IServiceProvider services, ParseResult parsed, CancellationToken ct)
    {
        var read = await services.GetRequiredService<ReadKeyOrder>().RunAsync(parsed.GetValue(Order)!, ct);
        if (!read.Succeeded) return await OperatorAnswer.RefuseAsync(read.Error);
        Console.WriteLine(Line(read.Value.Order));
        if (read.Value.Order.Reason is { } reason) Console.WriteLine($"Reason: {reason}");
        if (read.Value.Address is not { } address)
        {
            Console.WriteLine("The address is erased.");
            return 0;
        }

        string?[] lines =
        [
            address.FullName, address.Company, address.Line1, address.Line2,
            $"{address.City} {address.Region} {address.PostalCode}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd(), address.Country, address.Phone,
        ];
        foreach (var line in lines.OfType<string>()) Console.WriteLine("  " + line);
        return 0;
    }

    private static string Line(KeyOrderRow order) => string.Create(
        CultureInfo.InvariantCulture,
        $"{order.Label}  {order.State,-9}  {order.PlacedAt:yyyy-MM-dd}  account {AccountId.Grouped(order.AccountId)}  {order.ModelName}  {order.Tracking}").TrimEnd();
}
