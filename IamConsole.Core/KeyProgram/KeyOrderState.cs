namespace IamConsole.Core.KeyProgram;

/// <summary>Where an order stands. Placed → Approved → Shipped → Delivered; from Placed also Rejected or Cancelled.</summary>
public enum KeyOrderState
{
    /// <summary>Waits for the operator.</summary>
    Placed,

    /// <summary>The operator will send it.</summary>
    Approved,

    /// <summary>On its way.</summary>
    Shipped,

    /// <summary>Arrived; the end.</summary>
    Delivered,

    /// <summary>The operator refused it; the end.</summary>
    Rejected,

    /// <summary>The account withdrew it; the end.</summary>
    Cancelled,
}
