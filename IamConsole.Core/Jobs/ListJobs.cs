using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Jobs;

/// <summary>The latest jobs of the account, so that a page left behind is found again.</summary>
public sealed class ListJobs(Gate gate)
{
    private const int Most = 20;

    /// <summary>The latest first; of <paramref name="kind"/>, or of every kind when null.</summary>
    public async Task<Result<IReadOnlyList<JobView>>> RunAsync(Caller caller, string? kind, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetJob, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var account = operation.Account.Id;
        var jobs = operation.Db.Jobs.AsNoTracking().Where(j => j.AccountId == account);
        if (kind is not null) jobs = jobs.Where(j => j.Kind == kind);
        return await jobs.OrderByDescending(j => j.CreatedAt).Take(Most)
            .Select(j => new JobView(
                j.Id, j.Kind, j.StartedByName, j.CreatedAt, j.FinishedAt, j.State, j.Total, j.Done, j.Refused, j.Parameters, j.Outcome, j.Reason))
            .ToListAsync(ct);
    }
}
