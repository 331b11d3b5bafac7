using IamConsole.Core.Jobs;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>The work of <see cref="ReplayPolicy"/>: reads page by page and never holds the database.</summary>
public sealed class PolicyReplay(IDbContextFactory<IamDbContext> databases, FindAccess access, TimeProvider clock) : IJobWork
{
    /// <summary>The kind of its jobs.</summary>
    public const string JobKind = "PolicyReplay";

    private const int Page = 1_000;

    /// <inheritdoc />
    public string Kind => JobKind;

    /// <inheritdoc />
    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var from = clock.GetUtcNow() - DecisionLog.Kept;
        var rows = db.RecordedDecisions.AsNoTracking().Where(d => d.AccountId == run.AccountId && d.LastAt >= from);
        var total = await rows.CountAsync(ct);
        var people = await ReplayPeople.CreateAsync(db, access, run.AccountId, run.Parameters<PolicyDraft>(), ct);
        var tally = new ReplayTally();
        string? last = null;
        for (long done = 0; ; done = tally.Checked)
        {
            await run.ReportAsync(done, total, ct);
            var after = last;
            var page = await (after is null ? rows : rows.Where(d => string.Compare(d.Id, after) > 0)).OrderBy(d => d.Id).Take(Page).ToListAsync(ct);
            if (page.Count == 0) break;
            foreach (var row in page) tally.Add(row, await people.FindAsync(row.UserId, ct));
            last = page[^1].Id;
        }

        await run.ReportAsync(tally.Checked, tally.Checked, ct);
        await run.KeepAsync(tally.Outcome(), ct);
    }
}
