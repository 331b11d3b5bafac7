using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Notices;

/// <summary>What happened to one's credentials and was not dismissed yet.</summary>
public sealed class ListNotices(Gate gate, TimeProvider clock)
{
    private const int Most = 20;

    /// <summary>The newest first, at most twenty.</summary>
    public async Task<Result<IReadOnlyList<NoticeView>>> RunAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetUser, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        return await operation.Db.Notices.AsNoTracking().Where(n => n.UserId == operation.User.Id && n.SeenAt == null)
            .OrderByDescending(n => n.At).Take(Most).Select(n => new NoticeView(n.Id, n.At, n.Text, n.Address)).ToListAsync(ct);
    }

    /// <summary>Dismisses one of the caller's own notices.</summary>
    public async Task<Result> DismissAsync(Caller caller, string userId, string noticeId, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.GetUser, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var now = clock.GetUtcNow();
        await operation.Db.Notices.Where(n => n.Id == noticeId && n.UserId == operation.User.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(n => n.SeenAt, now), ct);
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
