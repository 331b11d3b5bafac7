using IamConsole.Core.Persistence;
using IamConsole.Core.Policies.Language;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>Finds every policy that speaks for a user: his own, those of his groups, attached and inline.</summary>
public sealed class PrincipalPolicies(PolicyTexts texts)
{
    /// <summary>All of them, read from the database at this moment, so that a change bites at once.</summary>
    public async Task<IReadOnlyList<NamedPolicy>> FindAsync(IamDbContext db, string userId, CancellationToken ct)
    {
        var groups = await db.GroupMembers.Where(m => m.UserId == userId)
            .Join(db.Groups, m => m.GroupId, g => g.Id, (_, g) => new { g.Id, g.Name }).ToDictionaryAsync(g => g.Id, g => g.Name, ct);
        var ids = groups.Keys.ToList();
        var attached = await db.PolicyAttachments.AsNoTracking()
            .Where(a => a.UserId == userId || a.GroupId != null && ids.Contains(a.GroupId))
            .GroupJoin(db.ManagedPolicies, a => a.PolicyArn, p => p.Arn, (a, p) => new { Attachment = a, Policies = p })
            .SelectMany(x => x.Policies.DefaultIfEmpty(), (x, p) => new { x.Attachment.PolicyArn, x.Attachment.GroupId, p!.Name, p.Document })
            .ToListAsync(ct);
        var inline = await db.InlinePolicies.AsNoTracking()
            .Where(p => p.UserId == userId || p.GroupId != null && ids.Contains(p.GroupId))
            .Select(p => new { p.Name, p.GroupId, p.Document }).ToListAsync(ct);
        return
        [
            .. attached.Select(a => a.Document is null
                ? BuiltIn(a.PolicyArn, Source(a.GroupId, groups))
                : new NamedPolicy(a.Name, Source(a.GroupId, groups), texts.Read(a.Document), a.PolicyArn)),
            .. inline.Select(i => new NamedPolicy(i.Name, Source(i.GroupId, groups), texts.Read(i.Document))),
        ];
    }

    private static NamedPolicy BuiltIn(string arn, string source) => BuiltInPolicies.FindByArn(arn) is { } policy
        ? new NamedPolicy(policy.Name, source, policy.Document, arn)
        : new NamedPolicy(PolicyTexts.NameOfUnknown(arn), source, PolicyTexts.DenyEverything, arn);

    /// <summary>Where a policy comes from: the group of that name, or the user himself.</summary>
    internal static string Source(string? groupName) => groupName is null ? "the user" : "group " + groupName;

    private static string Source(string? groupId, Dictionary<string, string> groups) => Source(groupId is null ? null : groups[groupId]);
}
