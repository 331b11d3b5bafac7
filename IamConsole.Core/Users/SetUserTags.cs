using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

/// <summary>Writes a user's tags: what policies ask about as <c>aws:PrincipalTag</c> and <c>aws:ResourceTag</c>.</summary>
public sealed class SetUserTags(Gate gate)
{
    private const int Most = 50;

    /// <summary>These and no others: at most 50, keys 1 to 128 characters and unique without regard to case, values up to 256.</summary>
    public async Task<Result> RunAsync(Caller caller, string userId, IReadOnlyDictionary<string, string> tags, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.TagUser, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        if (operation.Target.IsRoot) return UserErrors.RootIsNoUser;
        var keys = tags.Keys.Select(k => k.ToUpperInvariant()).ToList();
        if (keys.Count > Most || keys.Distinct().Count() < keys.Count || tags.Any(t => !IsValid(t.Key, t.Value))) return UserErrors.InvalidTags;
        var db = operation.Db;
        var before = await db.UserTags.Where(t => t.UserId == userId).ToListAsync(ct);
        if (before.Any(t => !keys.Contains(t.NormalizedKey))
            && operation.Refuse(IamAction.UntagUser, operation.Target.ArnIn(operation.Account)) is { } denied)
            return await operation.RefuseAsync("UntagUser", denied);
        operation.Audit("TagUser", target: operation.Target.ArnIn(operation.Account),
            details: new { before = before.ToDictionary(t => t.Key, t => t.Value), after = tags });
        await db.UserTags.Where(t => t.UserId == userId).ExecuteDeleteAsync(ct);
        db.ChangeTracker.Entries<UserTag>().ToList().ForEach(e => e.State = EntityState.Detached);
        db.UserTags.AddRange(tags.Select(t => new UserTag
        {
            UserId = userId,
            Key = t.Key,
            NormalizedKey = t.Key.ToUpperInvariant(),
            Value = t.Value,
        }));
        await operation.SaveAsync(ct);
        return Result.Success();
    }

    private static bool IsValid(string key, string value) =>
        key.Length is >= 1 and <= 128 && value.Length <= 256
        && !key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
        && !key.Concat(value).Any(c => char.IsControl(c) || char.IsSurrogate(c));
}
