using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Reports;

/// <summary>What a report made now would say, page by page: root first, then the users by name.</summary>
public sealed class PreviewCredentialReport(Gate gate)
{
    private const int Size = 10;

    /// <summary>The page behind <paramref name="after"/>; with <paramref name="search"/> the users whose names contain it.</summary>
    public async Task<Result<PreviewPage>> RunAsync(Caller caller, string? search, string? after, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetCredentialReport, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var account = operation.Account.Id;
        var all = operation.Db.Users.AsNoTracking().Where(u => u.AccountId == account);
        var users = all.Where(u => !u.IsRoot);
        if (!string.IsNullOrWhiteSpace(search))
        {
            var part = UserName.Normalize(search.Trim());
            users = part.Any(char.IsControl) ? users.Where(_ => false) : users.Where(u => u.NormalizedName.Contains(part));
        }

        if (after is not null)
        {
            var from = UserName.Normalize(after);
            users = users.Where(u => string.Compare(u.NormalizedName, from) > 0);
        }

        var rows = after is null && ReportWords.Root.Contains(search?.Trim() ?? "", StringComparison.OrdinalIgnoreCase)
            ? await Rows(all.Where(u => u.IsRoot)).ToListAsync(ct) : [];
        rows.AddRange(await Rows(users.OrderBy(u => u.NormalizedName)).Take(Size + 1 - rows.Count).ToListAsync(ct));
        var more = rows.Count > Size;
        if (more) rows.RemoveAt(Size);
        return new PreviewPage(rows, more ? UserName.Normalize(rows[^1].Name) : null);
    }

    private static IQueryable<PreviewRow> Rows(IQueryable<IamUser> users) => users.Select(u => new PreviewRow(
        u.Id, u.IsRoot ? ReportWords.Root : u.Name, u.IsRoot, u.PasswordHash != null, u.PasswordLastUsedAt ?? u.LastSignInAt, u.PasswordChangedAt,
        u.SecurityKeys, u.VirtualDevices, u.HardwareTokens));
}
