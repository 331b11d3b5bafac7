using IamConsole.Core.Jobs;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.BulkActions;

/// <summary>
/// Begins a bulk action in the background. It needs the right to see the users; what is done to each of them is asked of the
/// gate when it is done, in the name of the session that began it.
/// </summary>
public sealed class StartBulkAction(Gate gate, JobStart start, TimeProvider clock)
{
    private const string Event = "StartBulkAction";

    /// <summary>Begins; answers the job.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="action">What to do.</param>
    /// <param name="userIds">To whom; null for every user that <paramref name="query"/> lets through.</param>
    /// <param name="query">The list that the users were chosen from.</param>
    /// <param name="ct">Cancels the wait.</param>
    public async Task<Result<JobView>> RunAsync(
        Caller caller, BulkAction action, IReadOnlyCollection<string>? userIds, UserQuery query, CancellationToken ct)
    {
        if (userIds?.Count > UserPage.MostCounted) return BulkActionErrors.TooMany;
        await using var operation = await gate.BeginAsync(caller, IamAction.ListUsers, null, ct, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;

        // Now, while a person is there to give it: the rows are judged by the proof of this moment, however long they take.
        if (operation.RefuseOldProof(action.Action, clock.GetUtcNow()) is { } stale) return stale;
        var (db, account) = (operation.Db, operation.Account.Id);
        var users = userIds is null
            ? await ListUsers.AllAsync(db, account, query, clock.GetUtcNow(), ct)
            : (await db.Users.Where(u => u.AccountId == account && !u.IsRoot && userIds.Contains(u.Id))
                .OrderBy(u => u.NormalizedName).Select(u => new { u.Id, u.Name }).ToListAsync(ct)).ConvertAll(u => (u.Id, u.Name));
        if (users.Count == 0) return BulkActionErrors.NoUsers;
        if (users.Count > UserPage.MostCounted) return BulkActionErrors.TooMany;
        var job = await start.AddAsync(operation, BulkActionWork.Name, action, users, ct);
        operation.Audit(Event, details: new { job = job.Id, action = action.Kind.ToString(), group = action.Group, users = users.Count });
        await operation.SaveAsync(ct);
        start.Wake();
        return JobView.Of(job);
    }
}
