namespace IamConsole.Core.KeyProgram;

/// <summary>An order as the account and the operator see it; never with its address.</summary>
/// <param name="Number">See <see cref="KeyOrder.Number"/>.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="ModelName">The key.</param>
/// <param name="State">Where it stands.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="ApprovedAt">When it was approved.</param>
/// <param name="ShippedAt">When it was sent.</param>
/// <param name="EndedAt">When it was delivered, rejected or cancelled.</param>
/// <param name="Reason">Why it was rejected.</param>
/// <param name="Tracking">The carrier's number.</param>
/// <param name="TrackingUrl">Where the carrier shows the shipment.</param>
/// <param name="ExpectedOn">When it should arrive.</param>
public sealed record KeyOrderRow(
    long Number, string AccountId, string ModelName, KeyOrderState State, DateTimeOffset PlacedAt, DateTimeOffset? ApprovedAt, DateTimeOffset? ShippedAt,
    DateTimeOffset? EndedAt, string? Reason, string? Tracking, string? TrackingUrl, DateOnly? ExpectedOn)
{
    /// <summary>"SK-2026-0031".</summary>
    public string Label => KeyOrderNumber.Write(Number, PlacedAt);

    /// <summary>Whether it still waits for something.</summary>
    public bool IsOpen => State is KeyOrderState.Placed or KeyOrderState.Approved or KeyOrderState.Shipped;

    internal static System.Linq.Expressions.Expression<Func<KeyOrder, KeyOrderRow>> Of { get; } = o => new KeyOrderRow(
        o.Number, o.AccountId, o.ModelName, o.State, o.PlacedAt, o.ApprovedAt, o.ShippedAt, o.EndedAt, o.Reason, o.Tracking, o.TrackingUrl, o.ExpectedOn);
}
