namespace IamConsole.Core.KeyProgram;

/// <summary>An order as the operator ships it.</summary>
/// <param name="Order">The order.</param>
/// <param name="Address">Where to; null once erased.</param>
public sealed record KeyOrderWithAddress(KeyOrderRow Order, ShippingAddress? Address);
