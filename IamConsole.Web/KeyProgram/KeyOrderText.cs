using IamConsole.Core.KeyProgram;
using IamConsole.Web.Controls;

namespace IamConsole.Web.KeyProgram;

/// <summary>An order's state in words and signs.</summary>
public static class KeyOrderText
{
    /// <summary>Colour and icon.</summary>
    public static StatusKind Sign(KeyOrderState state) => state switch
    {
        KeyOrderState.Placed => StatusKind.Pending,
        KeyOrderState.Approved or KeyOrderState.Shipped => StatusKind.InProgress,
        KeyOrderState.Delivered => StatusKind.Success,
        KeyOrderState.Rejected => StatusKind.Error,
        KeyOrderState.Cancelled => StatusKind.Stopped,
    };

    /// <summary>The word.</summary>
    public static string Text(KeyOrderState state) => state is KeyOrderState.Placed ? "Waiting for approval" : state.ToString();
}
