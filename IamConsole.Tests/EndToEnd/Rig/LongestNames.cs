using IamConsole.Core.Consignments;
using IamConsole.Core.Groups;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Policies;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>An account in which everything is called as long as it may be, in one word of the widest letter.</summary>
internal static class LongestNames
{
    private const string Id = "longest";
    private static readonly string Name = new('W', 128);
    private static readonly string UserName = new('W', 64);
    private static readonly string Serial = new('W', 256);
    private static readonly string Wide = string.Concat(Enumerable.Repeat("漢", 128));

    /// <summary>Behind the use cases: what they allow, in one go. Answers what the parameters of routes are then.</summary>
    public static async Task<Dictionary<string, string>> PutAsync(Organisation org)
    {
        var now = org.Server.Clock.GetUtcNow();
        return await org.InDatabaseAsync(async db =>
        {
            var ct = TestContext.Current.CancellationToken;
            var chen = await db.Users.SingleAsync(u => u.Name == org.Chen.Name, ct);
            await db.Accounts.Where(a => a.Id == chen.AccountId).ExecuteUpdateAsync(s => s.SetProperty(a => a.Alias, new string('w', 63)).SetProperty(a => a.Name, new string('W', 50)), ct);
            await db.Users.Where(u => u.Id == chen.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.Name, UserName).SetProperty(u => u.NormalizedName, UserName), ct);
            await db.MfaDevices.Where(d => d.UserId == chen.Id).ExecuteUpdateAsync(s => s.SetProperty(d => d.Name, Name).SetProperty(d => d.NormalizedName, MfaDeviceName.Normalize(Name)), ct);
            await db.HardwareTokens.Where(t => t.Serial == org.FreeToken.Identifier).ExecuteUpdateAsync(
                s => s.SetProperty(t => t.Serial, Serial).SetProperty(t => t.NormalizedSerial, Serial).SetProperty(t => t.Vendor, Name).SetProperty(t => t.Model, Wide).SetProperty(t => t.Batch, Wide), ct);
            db.UserTags.Add(new UserTag { UserId = chen.Id, Key = Name, NormalizedKey = Name, Value = new string('M', 256) });
            db.UserTags.Add(new UserTag { UserId = chen.Id, Key = Wide, NormalizedKey = Wide, Value = string.Concat(Enumerable.Repeat("🔑", 128)) });
            db.Groups.Add(new UserGroup { Id = Id, AccountId = chen.AccountId, Name = Name, NormalizedName = Name, CreatedAt = now });
            db.GroupMembers.Add(new GroupMember { GroupId = Id, UserId = chen.Id });
            db.ManagedPolicies.Add(new ManagedPolicy
            {
                Id = Id,
                AccountId = chen.AccountId,
                Name = Name,
                NormalizedName = PolicyName.Normalize(Name),
                Arn = $"arn:aws:iam::{chen.AccountId}:policy/{Name}",
                Description = Name,
                Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"iam:DeleteUser","Resource":"*"}]}""",
                CreatedAt = now,
                UpdatedAt = now,
            });
            db.Consignments.Add(new Consignment
            {
                Id = Id,
                AccountId = chen.AccountId,
                Partition = "aws",
                FileName = new string('W', 200),
                Batch = Name,
                Vendor = Wide,
                StartedBy = UserName,
                CreatedAt = now,
                State = ConsignmentState.Reviewed,
                Rows = 1,
                Good = 0,
            });
            await db.SaveChangesAsync(ct);
            return new Dictionary<string, string>
            {
                ["UserName"] = UserName,
                ["GroupName"] = Name,
                ["PolicyName"] = Name,
                ["Serial"] = Serial,
                ["DeviceId"] = (await db.MfaDevices.FirstAsync(d => d.UserId == chen.Id, ct)).Id,
                ["JobId"] = "none",
                ["ConsignmentId"] = Id,
                ["ModelKey"] = "none",
            };
        });
    }
}
