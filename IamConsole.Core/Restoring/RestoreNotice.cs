using System.Globalization;
using IamConsole.Core.Notices;
using IamConsole.Core.Persistence;
using IamConsole.Core.Policies;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Restoring;

/// <summary>Who can look after what is gone is told that it is: root, and whoever has AdministratorAccess.</summary>
internal static class RestoreNotice
{
    private const string Administrator = ":policy/" + BuiltInPolicies.AdministratorAccess;

    /// <summary>Tells them, in the caller's transaction.</summary>
    public static async Task WriteAsync(IamDbContext db, DateTimeOffset? lastEventAt, DateTimeOffset now, CancellationToken ct)
    {
        var attached = db.PolicyAttachments.Where(a => a.PolicyArn.EndsWith(Administrator));
        var people = await db.Users.Where(u => u.IsRoot
            || attached.Any(a => a.UserId == u.Id)
            || db.GroupMembers.Any(m => m.UserId == u.Id && attached.Any(a => a.GroupId == m.GroupId))).ToListAsync(ct);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"An older copy of this console's database was brought back. What happened after {lastEventAt ?? now:u} is gone: check what was changed since, above all passwords, and users, devices and policies that were removed.");
        foreach (var user in people) db.Tell(user, now, text, ClientInfo.Operator);
    }
}
