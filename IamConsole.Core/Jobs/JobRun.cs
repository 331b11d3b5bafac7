using System.Text.Json;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace IamConsole.Core.Jobs;

/// <summary>A job under way, as its work sees it: every write happens on the condition that the job is still this runner's.</summary>
public sealed class JobRun(Job job, IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private const int Batch = 100;

    /// <summary>The job's identifier.</summary>
    public string JobId => job.Id;

    /// <summary>The account.</summary>
    public string AccountId => job.AccountId ?? throw new InvalidOperationException("The operator's work is of no account.");

    /// <summary>Who began it.</summary>
    public string StartedBy => job.StartedBy;

    /// <summary>From where it was begun.</summary>
    internal ClientInfo Client => job.CallerOf(job.SessionId).Client;

    /// <summary>Cut-offs in a row, the last one not counted; none once the work has come further than it ever was.</summary>
    internal int Faults { get; private set; } = job.Faults;

    /// <summary>The furthest that any attempt came.</summary>
    internal long Done { get; private set; } = job.Done;

    /// <summary>What is to be done.</summary>
    public T Parameters<T>() => JsonSerializer.Deserialize<T>(job.Parameters!)!;

    /// <summary>
    /// Does each row that is not settled yet, in order, and keeps what came of it in the transaction of the use case itself. A
    /// step is told in whose name it is done: the gate asks his session anew at each, and a confirmation of identity meanwhile
    /// has given that a new secret.
    /// </summary>
    public async Task ForEachItemAsync(Func<Caller, JobItem, Task<Result>> step, CancellationToken ct)
    {
        for (var after = 0; ;)
        {
            var from = after;
            await using var db = await databases.CreateDbContextAsync(ct);
            var items = await db.JobItems.AsNoTracking()
                .Where(i => i.JobId == job.Id && i.Number > from && i.State == JobItemState.Pending)
                .OrderBy(i => i.Number).Take(Batch).ToListAsync(ct);
            if (items.Count == 0) return;
            foreach (var item in items)
            {
                var settling = new JobStep(this, item);
                var result = await step(await CallerAsync(ct) with { Guard = settling }, item);

                // A use case that changed nothing has no transaction to keep the row in.
                if (!settling.IsSettled) await WriteAsync(to => settling.SettleAsync(to, result, ct), ct);
            }

            after = items[^1].Number;
        }
    }

    /// <summary>
    /// Writes in a transaction of its own, which the lease opens: nothing is written, and <see cref="JobLostException"/> thrown,
    /// where another runner has the job.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<IamDbContext, Task<T>> write, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await HoldAsync(db, ct);
        var written = await write(db);
        await transaction.CommitAsync(ct);
        return written;
    }

    /// <summary>Reads, without a transaction.</summary>
    internal async Task<T> ReadAsync<T>(Func<IamDbContext, Task<T>> read, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await read(db);
    }

    /// <summary>The same for writes that answer nothing.</summary>
    public Task WriteAsync(Func<IamDbContext, Task> write, CancellationToken ct) => WriteAsync(
        async db =>
        {
            await write(db);
            return true;
        }, ct);

    /// <summary>Tells how far the work is.</summary>
    public Task ReportAsync(long done, long total, CancellationToken ct) => WriteAsync(db => ReportAsync(db, done, total, ct), ct);

    /// <summary>Tells it in the transaction of <see cref="WriteAsync"/>.</summary>
    internal async Task ReportAsync(IamDbContext db, long done, long total, CancellationToken ct)
    {
        if (done > Done) (Done, Faults) = (done, 0);
        await SetAsync(db, s => s.SetProperty(j => j.Done, done).SetProperty(j => j.Total, total), ct);
    }

    /// <summary>Keeps what came of the whole, as JSON.</summary>
    public Task KeepAsync(object outcome, CancellationToken ct)
    {
        var json = JsonSerializer.Serialize(outcome);
        return WriteAsync(db => SetAsync(db, s => s.SetProperty(j => j.Outcome, json), ct), ct);
    }

    /// <summary>Renews the lease, so that no long step loses it.</summary>
    internal Task BeatAsync(CancellationToken ct) => WriteAsync(_ => Task.CompletedTask, ct);

    /// <summary>Counts a settled row.</summary>
    internal Task CountAsync(IamDbContext db, int settled, int refused, CancellationToken ct)
    {
        Faults = 0;
        return SetAsync(db, s => s.SetProperty(j => j.Done, j => j.Done + settled).SetProperty(j => j.Refused, j => j.Refused + refused), ct);
    }

    /// <summary>Who began it, as the audit trail names him.</summary>
    internal async Task<AuditActor> ActorAsync(IamDbContext db, CancellationToken ct) => AuditActor.Of(
        await db.Users.AnyAsync(u => u.Id == job.StartedBy && u.IsRoot, ct), job.StartedBy, job.StartedByName, job.SessionId);

    // Also what makes a runner that takes over wait until this transaction has ended.
    private Task HoldAsync(IamDbContext db, CancellationToken ct) => SetAsync(db, _ => { }, ct);

    private async Task SetAsync(IamDbContext db, Action<UpdateSettersBuilder<Job>> set, CancellationToken ct)
    {
        var (until, faults) = (clock.GetUtcNow() + Lease, Faults);
        var mine = await JobClaims.Mine(db, job).ExecuteUpdateAsync(
            s =>
            {
                set(s);
                s.SetProperty(j => j.LeaseUntil, until).SetProperty(j => j.Faults, faults);
            }, ct);
        if (mine != 1) throw new JobLostException();
    }

    private async Task<Caller> CallerAsync(CancellationToken ct) => job.CallerOf(await ReadAsync(
        db => db.Jobs.Where(j => j.Id == job.Id).Select(j => j.SessionId).SingleOrDefaultAsync(ct), ct) ?? job.SessionId);
}
