namespace IamConsole.Core.KeyProgram;

/// <summary>A page of an account's orders.</summary>
/// <param name="IsOn">Whether the program is switched on.</param>
/// <param name="Orders">The newest first.</param>
/// <param name="Count">All orders of the account.</param>
/// <param name="HasOpenOrder">Whether one of them is under way, on this page or another.</param>
/// <param name="KeyRegisteredAt">When root last registered a security key; told to root alone, null when never.</param>
/// <param name="Next">Where the next page begins, or null at the end.</param>
public sealed record KeyOrderPage(
    bool IsOn, IReadOnlyList<KeyOrderRow> Orders, int Count, bool HasOpenOrder, DateTimeOffset? KeyRegisteredAt, long? Next)
{
    /// <summary>Whether the key of this order has arrived and root has registered none since.</summary>
    public bool AwaitsRegistration(KeyOrderRow order) => order.State is KeyOrderState.Delivered && !(KeyRegisteredAt >= order.EndedAt);
}
