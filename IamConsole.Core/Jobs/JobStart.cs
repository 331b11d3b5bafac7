using System.Text.Json;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Jobs;

/// <summary>How a use case begins a job: in its own transaction, so that a job is never begun without its audit row.</summary>
public sealed class JobStart(JobBell bell, TimeProvider clock)
{
    /// <summary>
    /// Adds a job with rows to the operation's transaction, for which that is saved up to here. One statement, however many
    /// rows: nobody else waits for ten thousand.
    /// </summary>
    /// <param name="operation">The permitted use case.</param>
    /// <param name="kind">See <see cref="IJobWork.Kind"/>.</param>
    /// <param name="parameters">What is to be done; written as JSON, never a secret.</param>
    /// <param name="items">The rows, as identifier and name.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Job> AddAsync(
        Operation operation, string kind, object? parameters, IReadOnlyCollection<(string Subject, string Label)> items, CancellationToken ct)
    {
        var (db, job) = (operation.Db, Add(operation, kind, parameters));
        job.Total = items.Count;
        await db.SaveChangesAsync(ct);
        var rows = JsonSerializer.Serialize(items.Select(i => new[] { i.Subject, i.Label }));
        await (db.Database.IsSqlite()
            ? db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "JobItems" ("JobId", "Number", "Subject", "Label", "State") SELECT {job.Id}, "key" + 1, "value" ->> 0, "value" ->> 1, 0 FROM json_each({rows})""", ct)
            : db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "JobItems" ("JobId", "Number", "Subject", "Label", "State") SELECT {job.Id}, n::int, row ->> 0, row ->> 1, 0 FROM jsonb_array_elements({rows}::jsonb) WITH ORDINALITY AS t(row, n)""", ct));
        return job;
    }

    /// <summary>Adds the job to the operation's transaction. After <see cref="Operation.SaveAsync"/> call <see cref="Wake"/>.</summary>
    /// <param name="operation">The permitted use case.</param>
    /// <param name="kind">See <see cref="IJobWork.Kind"/>.</param>
    /// <param name="parameters">What is to be done; written as JSON, never a secret.</param>
    public Job Add(Operation operation, string kind, object? parameters)
    {
        var job = new Job
        {
            Id = RandomId.New(),
            AccountId = operation.Account.Id,
            Kind = kind,
            StartedBy = operation.User.Id,
            StartedByName = operation.User.Name,
            SessionId = operation.Session.Id,
            Address = operation.Client.Address,
            Parameters = parameters is null ? null : JsonSerializer.Serialize(parameters),
            CreatedAt = clock.GetUtcNow(),
        };
        operation.Db.Jobs.Add(job);
        return job;
    }

    /// <summary>Work that the operator orders on the server: of no account, and of no session that could end.</summary>
    internal Job ForOperator(string kind, object parameters) => new()
    {
        Id = RandomId.New(),
        AccountId = null,
        Kind = kind,
        StartedBy = AuditActor.Operator.Id!,
        StartedByName = AuditActor.Operator.Name!,
        SessionId = "",
        Parameters = JsonSerializer.Serialize(parameters),
        CreatedAt = clock.GetUtcNow(),
    };

    /// <summary>A session that goes on under a new secret takes its jobs along.</summary>
    internal static Task HandOnAsync(IamDbContext db, string oldSessionId, string newSessionId, CancellationToken ct) =>
        db.Jobs.Where(j => j.SessionId == oldSessionId && j.FinishedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.SessionId, newSessionId), ct);

    /// <summary>Tells the runner of this process at once; others find the job at their next look.</summary>
    public void Wake() => bell.Ring();
}
