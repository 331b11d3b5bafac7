using IamConsole.Core.AccountOpening;
using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Demo;

/// <summary>Fills an empty database with a small, plausible organisation, so that a newcomer can try every journey.</summary>
public sealed class FillDemo(
    IDbContextFactory<IamDbContext> databases, TimeProvider clock, PasswordHashing passwords, DemoDevices devices, AuditTrailWriter audit)
{
    /// <summary>The organisation, or a refusal when the database is not empty.</summary>
    public async Task<Result<DemoOrganisation>> RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        if (await db.Accounts.AnyAsync(ct) || await db.HardwareTokens.AnyAsync(ct))
            return new Error("NotEmpty", "The database is not empty: nothing was changed. Choose an empty folder with --data.");
        var lumen = await AddAccountAsync(db, Partition.Aws, "Lumen Labs", "lumen-labs", "owner@lumen-labs.example",
        [
            new("maria.sousa", Administrator: true, Device: DemoKind.Virtual, Email: "maria.sousa@lumen-labs.example"),
            new("chen.yulan", Device: DemoKind.Virtual, Email: "chen.yulan@lumen-labs.example"),
            new("elias.weber", Path: "/field/", Device: DemoKind.Hardware, Email: "elias.weber@lumen-labs.example"),
            new("amina.diallo"),
            new("lucas.moreau", MustChange: true),
            new("build-monitor", Path: "/service/", HasPassword: false),
        ], ct);
        var gov = await AddAccountAsync(db, Partition.AwsUsGov, "Lumen Federal", "lumen-federal", "owner@lumen-federal.example",
        [
            new("noor.rahman", Administrator: true, Device: DemoKind.Hardware, Email: "noor.rahman@lumen-federal.example"),
            new("ken.adeyemi"),
        ], ct);
        var stock = Partition.All.SelectMany(partition => Enumerable.Range(1, 3).Select(i => devices.AddToStock(db, partition, i))).ToList();
        audit.Write(db, "FillDemo", AuditActor.Operator, ClientInfo.Operator, accountId: null);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new DemoOrganisation([lumen, gov], stock);
    }

    private async Task<DemoAccount> AddAccountAsync(
        IamDbContext db, string partition, string name, string alias, string email, Wanted[] users, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var account = new Account
        {
            Id = AccountId.New(),
            Alias = alias,
            Partition = partition,
            Name = name,
            Country = "US",
            CreatedAt = now,
        };
        db.Accounts.Add(account);
        var people = new List<DemoPerson>();
        var root = OpenAccount.NewRoot(account, email, now);
        db.Users.Add(root);
        if (Partition.AllowsRootSignIn(partition))
        {
            var password = await SetPasswordAsync(root, ct);
            people.Add(new DemoPerson("root", email, password, true, false, false, []));
        }

        foreach (var wanted in users)
        {
            var user = CreateUser.New(account.Id, wanted.Name, wanted.Path, now);
            db.PolicyAttachments.Add(PolicyAttachment.ToUser(account.Id, user.Id, Arn.BuiltInPolicy(
                partition, wanted.Administrator ? BuiltInPolicies.AdministratorAccess : BuiltInPolicies.SelfManageSignIn)));
            (user.MustChangePassword, user.Email) = (wanted.MustChange, wanted.Email);
            db.Users.Add(user);
            if (!wanted.HasPassword) continue;
            var password = await SetPasswordAsync(user, ct);
            var device = wanted.Device is { } kind ? devices.Assign(db, account, user, kind) : null;
            people.Add(new DemoPerson(
                user.Name, user.Email, password, false, wanted.Administrator, user.MustChangePassword, device is null ? [] : [device]));
        }

        return new DemoAccount(account.Id, alias, partition, name, people);
    }

    private async Task<string> SetPasswordAsync(IamUser user, CancellationToken ct)
    {
        var password = GeneratedPassword.New();
        user.PasswordHash = await passwords.HashAsync(password, HashAsker.Operator, ct);
        user.PasswordChangedAt = user.CreatedAt;
        return password;
    }

    private sealed record Wanted(
        string Name, string Path = "/", bool Administrator = false, DemoKind? Device = null, bool MustChange = false, bool HasPassword = true,
        string? Email = null);
}
