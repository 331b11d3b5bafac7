using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.BulkActions;

/// <summary>Says before "Remind of MFA" how many of the chosen users can be reached, and how.</summary>
public sealed class MeasureReminder(Gate gate, NoticeRoutes routes, TimeProvider clock)
{
    /// <summary>Counts.</summary>
    /// <param name="caller">Who asks; needs the right to see the users.</param>
    /// <param name="userIds">Whom; null for every user that <paramref name="query"/> lets through.</param>
    /// <param name="query">The list that the users were chosen from.</param>
    /// <param name="ct">Cancels the wait.</param>
    public async Task<Result<ReminderReach>> RunAsync(
        Caller caller, IReadOnlyCollection<string>? userIds, UserQuery query, CancellationToken ct)
    {
        if (userIds?.Count > UserPage.MostCounted) return BulkActionErrors.TooMany;
        await using var operation = await gate.ReadAsync(caller, IamAction.ListUsers, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account, sends) = (operation.Db, operation.Account.Id, routes.SendsMail);
        var ids = userIds ?? [.. (await ListUsers.AllAsync(db, account, query, clock.GetUtcNow(), ct)).Select(u => u.Id)];
        var groups = await db.Users.Where(u => u.AccountId == account && !u.IsRoot && ids.Contains(u.Id))
            .GroupBy(u => new
            {
                HasMfa = u.VirtualDevices + u.SecurityKeys + u.HardwareTokens > 0,
                HasAccess = u.PasswordHash != null,
                HasAddress = u.Email != null,
            })
            .Select(g => new { g.Key.HasMfa, g.Key.HasAccess, g.Key.HasAddress, Users = g.Count() })
            .ToListAsync(ct);
        return new ReminderReach(
            groups.Where(g => g is { HasMfa: false, HasAccess: true } && g.HasAddress && sends).Sum(g => g.Users),
            groups.Where(g => g is { HasMfa: false, HasAccess: true } && !(g.HasAddress && sends)).Sum(g => g.Users),
            groups.Where(g => g.HasMfa).Sum(g => g.Users),
            groups.Where(g => g is { HasMfa: false, HasAccess: false }).Sum(g => g.Users),
            sends);
    }
}
