using System.Buffers.Text;
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

    private readonly Lock _lock = new();
    private Dictionary<string, RecordedDecision> _gathered = new(StringComparer.Ordinal);

    internal void Note(Operation operation, Question question, string resource, DateTimeOffset now)
    {
        var action = question.Action;
        var facts = question.Facts is null ? null : JsonSerializer.Serialize(question.Facts);
        var (user, session) = (operation.User, operation.Session);
        var allowed = operation.Refusal?.Code != PermissionErrors.AccessDeniedCode;
        Add(new RecordedDecision
        {
            Id = Hash(now, user.Id, action.Name, resource, session.IsMfa, operation.Client.Address, allowed, facts),
            AccountId = user.AccountId,
            UserId = user.Id,
            Action = action.Name,
            Resource = resource,
            IsMfa = session.IsMfa,
            MfaAge = session.IsMfa ? (int)Math.Max(0, (now - session.ProvenAt).TotalSeconds) : null,
            Address = operation.Client.Address,
            Facts = facts,
            Allowed = allowed,
            LastAt = now,
            Count = 1,
        });
    }

    /// <summary>Writes down what was gathered and forgets what is too old. What cannot be written is kept for the next time.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        Dictionary<string, RecordedDecision> rows;
        lock (_lock) (rows, _gathered) = (_gathered, new(StringComparer.Ordinal));
        if (rows.Count == 0) return;
        try
        {
            await WriteAsync(rows.Values, ct);
        }
        catch (Exception error) when (error is not OutcomeUnknownException)
        {
            // Of an unknown outcome nothing is kept: rather lost than counted twice.
            foreach (var row in rows.Values) Add(row);
            throw;
        }
    }

    private async Task WriteAsync(IReadOnlyCollection<RecordedDecision> rows, CancellationToken ct)
    {
        var oldest = clock.GetUtcNow() - Kept;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await db.RecordedDecisions.Where(d => d.LastAt < oldest).ExecuteDeleteAsync(ct);

        // In one order, so that two servers never wait for each other.
        foreach (var batch in rows.OrderBy(r => r.Id, StringComparer.Ordinal).Chunk(DecisionBatch.Most))
            await DecisionBatch.WriteAsync(db, batch, ct);
        await transaction.CommitAsync(ct);
    }

    private void Add(RecordedDecision row)
    {
        lock (_lock)
        {
            if (!_gathered.TryGetValue(row.Id, out var known))
            {
                if (_gathered.Count < Most) _gathered.Add(row.Id, row);
                return;
            }

            known.Count += row.Count;
            if (row.LastAt >= known.LastAt) (known.LastAt, known.MfaAge) = (row.LastAt, row.MfaAge);
        }
    }

    private static string Hash(DateTimeOffset now, params object?[] question)
    {
        var text = string.Join('\n', question.Prepend(now.UtcDateTime.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
