using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Groups;

internal static class GroupNames
{
    /// <summary>The names of the groups that a user is in.</summary>
    public static Task<List<string>> OfAsync(IamDbContext db, string userId, CancellationToken ct) => db.GroupMembers.AsNoTracking()
        .Where(m => m.UserId == userId).Join(db.Groups, m => m.GroupId, g => g.Id, (_, g) => g.Name).ToListAsync(ct);
}
