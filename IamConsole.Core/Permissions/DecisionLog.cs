using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Permissions;

/// <summary>
/// Gathers decisions in memory and writes them down now and then: a question must not wait for its record.
/// What a crash loses are seconds of a statistic; the audit trail has every change and refusal itself.
/// </summary>
public sealed class DecisionLog(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    /// <summary>How long decisions are kept and replayed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private const int Most = 50_000;

    private ConcurrentDictionary<string, RecordedDecision> _gathered = new(StringComparer.Ordinal);

    internal void Note(Operation operation, GateAnswer answer, DateTimeOffset now)
    {
        var (action, resource) = (answer.Request.Action, answer.Request.Resource);
        var facts = ConditionKeys.ToRecord(answer.Request);
        var (user, session, allowed) = (operation.User, operation.Session, answer.Decision.IsAllowed);
        var id = Hash(now, user.Id, action, resource, session.IsMfa, operation.Client.Address, allowed, facts, answer.Stops);
        var gathered = _gathered;
        if (gathered.Count >= Most && !gathered.ContainsKey(id)) return;
        var row = gathered.GetOrAdd(id, _ => new RecordedDecision
        {
            Id = id,
            AccountId = user.AccountId,
            UserId = user.Id,
            Action = action,
            Resource = resource,
            IsMfa = session.IsMfa,
            Address = operation.Client.Address,
            Facts = facts,
            Allowed = allowed,
            Stops = answer.Stops,
            LastAt = now,
        });
        lock (row)
        {
            row.Count++;
            row.LastAt = now;
            row.MfaAge = session.IsMfa ? (int)Math.Max(0, (now - session.ProvenAt).TotalSeconds) : null;
        }
    }

    /// <summary>Writes down what was gathered and forgets what is too old.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        var rows = Interlocked.Exchange(ref _gathered, new(StringComparer.Ordinal)).Values;
        if (rows.Count == 0) return;
        var oldest = clock.GetUtcNow() - Kept;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await db.RecordedDecisions.Where(d => d.LastAt < oldest).ExecuteDeleteAsync(ct);
        foreach (var row in rows)
        {
            var again = await db.RecordedDecisions.Where(d => d.Id == row.Id).ExecuteUpdateAsync(
                s => s.SetProperty(d => d.Count, d => d.Count + row.Count)
                    .SetProperty(d => d.LastAt, row.LastAt).SetProperty(d => d.MfaAge, row.MfaAge), ct);
            if (again == 0) db.RecordedDecisions.Add(row);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static string Hash(DateTimeOffset now, params object?[] question)
    {
        var text = string.Join('\n', question.Prepend(now.UtcDateTime.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
