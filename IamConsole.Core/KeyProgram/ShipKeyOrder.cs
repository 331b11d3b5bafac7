using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>The operator has sent the key.</summary>
public sealed class ShipKeyOrder(KeyOrderDesk desk)
{
    /// <summary>Approved → Shipped.</summary>
    /// <param name="order">"31" or "SK-2026-0031".</param>
    /// <param name="tracking">The carrier's number.</param>
    /// <param name="link">The carrier's page about it: https, or null.</param>
    /// <param name="expectedOn">The day on which it should arrive, or null.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> RunAsync(string order, string? tracking, string? link, DateOnly? expectedOn, CancellationToken ct)
    {
        var number = tracking?.Trim();
        if (number is not { Length: >= 1 and <= 64 } || number.Any(char.IsControl) || !IsLink(link)) return KeyProgramErrors.InvalidTracking;
        return await desk.ChangeAsync(
            order, "ShipSecurityKeyOrder", KeyOrderState.Approved,
            async (db, found, now) => await db.KeyOrders.Where(o => o.Number == found.Number && o.State == KeyOrderState.Approved).ExecuteUpdateAsync(
                s => s.SetProperty(o => o.State, KeyOrderState.Shipped).SetProperty(o => o.ShippedAt, now)
                    .SetProperty(o => o.Tracking, number).SetProperty(o => o.TrackingUrl, link).SetProperty(o => o.ExpectedOn, expectedOn), ct) == 1,
            "was shipped.", new { tracking = number }, ct);
    }

    private static bool IsLink(string? link) =>
        link is null || (link.Length <= 500 && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps);
}
