using IamConsole.Core.Demo;
using IamConsole.Core.Persistence;
using IamConsole.Core.Policies;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>What people of the organisation may do, changed and looked up behind the server's back.</summary>
internal static class Rights
{
    /// <summary>From now on exactly this built-in policy, as when a group's policies change: sessions and open windows stay.</summary>
    public static Task<int> MayAsync(this Organisation org, DemoPerson person, string policy) => org.InDatabaseAsync(async db =>
    {
        var ct = TestContext.Current.CancellationToken;
        var user = await db.Users.SingleAsync(u => u.Name == person.Name, ct);
        await db.PolicyAttachments.Where(a => a.UserId == user.Id).ExecuteDeleteAsync(ct);
        db.PolicyAttachments.Add(PolicyAttachment.ToUser(user.AccountId, user.Id, $"arn:aws:iam::aws:policy/{policy}"));
        return await db.SaveChangesAsync(ct);
    });

    /// <summary>What the gate refused a person, as the trail has it.</summary>
    public static Task<List<string>> RefusalsAsync(this Organisation org, DemoPerson person) => org.InDatabaseAsync(db => db.AuditEvents
        .Where(e => e.Reason == "AccessDenied" && e.ActorName == person.Name)
        .Select(e => e.Details!).ToListAsync(TestContext.Current.CancellationToken));

    public static async Task<T> InDatabaseAsync<T>(this Organisation org, Func<IamDbContext, Task<T>> ask)
    {
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await ask(db);
    }
}
