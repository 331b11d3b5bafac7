using IamConsole.Core.KeyProgram;
using IamConsole.Web.Controls;

namespace IamConsole.Web.KeyProgram;

/// <summary>One step of an order's course.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Kind">Done, running, to come, or the end of it.</param>
/// <param name="Detail">When, or what is awaited.</param>
public sealed record OrderStep(string Title, StatusKind Kind, string? Detail)
{
    /// <summary>The course of an order: four steps, or two when it ended before anything was sent.</summary>
    public static IReadOnlyList<OrderStep> Of(KeyOrderRow order) => order.State is KeyOrderState.Rejected or KeyOrderState.Cancelled
        ? [Done("Ordered", order.PlacedAt), new(KeyOrderText.Text(order.State), KeyOrderText.Sign(order.State), On(order.EndedAt))]
        :
        [
            Done("Ordered", order.PlacedAt),
            order.State is KeyOrderState.Placed ? new("Approved", StatusKind.InProgress, "Waiting for the operator") : Done("Approved", order.ApprovedAt),
            order.State switch
            {
                KeyOrderState.Placed => new("Shipped", StatusKind.Pending, null),
                KeyOrderState.Approved => new("Shipped", StatusKind.InProgress, "Being prepared"),
                KeyOrderState.Shipped => new("Shipped", StatusKind.InProgress, On(order.ShippedAt)),
                _ => Done("Shipped", order.ShippedAt),
            },
            order.State is KeyOrderState.Delivered ? Done("Delivered", order.EndedAt)
                : new("Delivered", StatusKind.Pending, order.ExpectedOn is { } day ? $"Expected {Day(day)}" : null),
        ];

    private static OrderStep Done(string title, DateTimeOffset? at) => new(title, StatusKind.Success, On(at));

    private static string? On(DateTimeOffset? at) => at is { } time ? Moments.Date(time) : null;

    private static string Day(DateOnly day) => Moments.Date(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
}
