using System.Security.Cryptography;
using System.Text.Json;
using IamConsole.Core.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Sessions;

/// <summary>
/// Keeps intents on the server while a factor is asked for: bound to session and person, encrypted, one use, half an hour,
/// few at a time. In the database, because behind a proxy the next request may reach another server.
/// </summary>
public sealed class StepUpIntents(IDbContextFactory<IamDbContext> databases, TimeProvider clock, IDataProtectionProvider keys)
{
    /// <summary>How long somebody may look for his device.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>Of one person at a time: a new one takes the place of the oldest.</summary>
    public const int MostOfOnePerson = 10;

    /// <summary>Bytes of one, as JSON. A policy's document is far below that.</summary>
    public const int Largest = 128 * 1024;

    /// <summary>Keeps; answers the secret for the address, or null for what is too large.</summary>
    public async Task<string?> KeepAsync(string sessionId, string userId, IntentContent content, CancellationToken ct)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(content);
        if (json.Length > Largest) return null;
        var (now, token) = (clock.GetUtcNow(), SecretToken.New());
        var id = SecretToken.Hash(token);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await db.LockUsersAsync([userId], ct);
        await db.StepUpIntents.Where(i => i.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        var oldest = await db.StepUpIntents.Where(i => i.UserId == userId)
            .OrderByDescending(i => i.ExpiresAt).Select(i => i.Id).Skip(MostOfOnePerson - 1).ToListAsync(ct);
        if (oldest.Count > 0) await db.StepUpIntents.Where(i => oldest.Contains(i.Id)).ExecuteDeleteAsync(ct);
        db.StepUpIntents.Add(new StepUpIntent
        {
            Id = id,
            SessionId = sessionId,
            UserId = userId,
            Content = For(userId, id).Protect(json),
            ExpiresAt = now + Kept,
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return token;
    }

    /// <summary>Looks at it, for the page that asks for the factor; null for every other session and person, and too late.</summary>
    public async Task<IntentContent?> ReadAsync(string? token, string sessionId, string userId, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(token)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        return Open(await Mine(db, SecretToken.Hash(token), sessionId, userId).SingleOrDefaultAsync(ct));
    }

    /// <summary>Takes it: a second taker gets null, and so does who may not have it.</summary>
    public async Task<TakenIntent?> TakeAsync(string? token, string sessionId, string userId, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(token)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var intents = Mine(db, SecretToken.Hash(token), sessionId, userId);
        var intent = await intents.SingleOrDefaultAsync(ct);
        var taken = await intents.ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return taken == 1 && Open(intent) is { } content ? new TakenIntent(content, intent!.IsConfirmed) : null;
    }

    /// <summary>A session that goes on under a new secret, because a factor was proven, takes its intents along.</summary>
    internal static Task HandOnAsync(IamDbContext db, string oldSessionId, string newSessionId, CancellationToken ct) =>
        db.StepUpIntents.Where(i => i.SessionId == oldSessionId).ExecuteUpdateAsync(
            s => s.SetProperty(i => i.SessionId, newSessionId).SetProperty(i => i.IsConfirmed, true), ct);

    private IQueryable<StepUpIntent> Mine(IamDbContext db, string id, string sessionId, string userId)
    {
        var now = clock.GetUtcNow();
        return db.StepUpIntents.AsNoTracking()
            .Where(i => i.Id == id && i.SessionId == sessionId && i.UserId == userId && i.ExpiresAt > now);
    }

    // What was written under another key ring is as good as lost, and no fault.
    private IntentContent? Open(StepUpIntent? intent)
    {
        if (intent is null) return null;
        try
        {
            return JsonSerializer.Deserialize<IntentContent>(For(intent.UserId, intent.Id).Unprotect(intent.Content));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(string userId, string id) => keys.CreateProtector("IamConsole.StepUpIntent.v1", userId, id);
}
