namespace IamConsole.Core.KeyProgram;

/// <summary>The operator refuses an order and says why; its key returns to the stock.</summary>
public sealed class RejectKeyOrder(KeyOrderDesk desk)
{
    /// <summary>Placed → Rejected.</summary>
    public async Task<Result> RunAsync(string order, string? reason, CancellationToken ct)
    {
        var text = reason?.Trim();
        if (text is not { Length: >= 1 and <= 200 } || text.Any(char.IsControl)) return KeyProgramErrors.InvalidReason;
        return await desk.ChangeAsync(
            order, "RejectSecurityKeyOrder", KeyOrderState.Placed,
            (db, found, now) => KeyOrderEnd.PlacedAsync(db, found, KeyOrderState.Rejected, text, now, ct),
            "was rejected. The reason stands on the page \"Security key program\".", details: null, ct);
    }
}
