namespace IamConsole.Core.Consignments;

/// <summary>The operator stopped his import when a part was in the stock.</summary>
public sealed class DeliveryGoesOnException(Exception stopped) : OperationCanceledException(
    "Stopped. Tokens that are in the stock stay; a server goes on with the rest, at once or when it is started.", stopped);
