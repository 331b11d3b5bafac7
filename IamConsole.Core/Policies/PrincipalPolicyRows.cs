using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>Reads the policies of users and groups for their pages.</summary>
internal static class PrincipalPolicyRows
{
    public static async Task<List<PrincipalPolicyRow>> OfUserAsync(IamDbContext db, string userId, CancellationToken ct) =>
        await ReadAsync(db, db.PolicyAttachments.Where(a => a.UserId == userId), db.InlinePolicies.Where(p => p.UserId == userId), null, ct);

    public static async Task<List<PrincipalPolicyRow>> OfGroupAsync(
        IamDbContext db, string groupId, string? shownGroup, CancellationToken ct) =>
        await ReadAsync(db, db.PolicyAttachments.Where(a => a.GroupId == groupId), db.InlinePolicies.Where(p => p.GroupId == groupId), shownGroup, ct);

    private static async Task<List<PrincipalPolicyRow>> ReadAsync(
        IamDbContext db, IQueryable<PolicyAttachment> attachments, IQueryable<InlinePolicy> inline, string? group, CancellationToken ct)
    {
        var attached = await attachments
            .GroupJoin(db.ManagedPolicies, a => a.PolicyArn, p => p.Arn, (a, p) => new { a.PolicyArn, Policies = p })
            .SelectMany(x => x.Policies.DefaultIfEmpty(), (x, p) => new { x.PolicyArn, p!.Name, p.Document }).ToListAsync(ct);
        var own = await inline.Select(p => new { p.Name, p.Document }).ToListAsync(ct);
        return
        [
            .. attached.Select(a => BuiltInPolicies.FindByArn(a.PolicyArn) is { } builtIn
                    ? new PrincipalPolicyRow(builtIn.Name, a.PolicyArn, true, group, builtIn.Text)
                    : new PrincipalPolicyRow(a.Name ?? PolicyTexts.NameOfUnknown(a.PolicyArn), a.PolicyArn, false, group, a.Document ?? ""))
                .Concat(own.Select(p => new PrincipalPolicyRow(p.Name, null, false, group, p.Document)))
                .OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
