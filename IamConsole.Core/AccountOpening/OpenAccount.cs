using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AccountOpening;

/// <summary>Opens an account with its root user: by the set-up page once, by the operator at any time.</summary>
public sealed class OpenAccount(
    IDbContextFactory<IamDbContext> databases, TimeProvider clock, PasswordHashing passwords, AuditTrailWriter audit)
{
    /// <summary>Opens an account; every field is checked before anything is written.</summary>
    /// <param name="wanted">What to open.</param>
    /// <param name="client">Where the request came from.</param>
    /// <param name="onlyIfFirst">Set-up: refused, as a code that was used, when any account exists.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<OpenedAccount>> RunAsync(NewAccount wanted, ClientInfo client, bool onlyIfFirst, CancellationToken ct)
    {
        if (wanted.AccountId is not null) wanted = wanted with { AccountId = TypedAccount.Normalize(wanted.AccountId) };
        if (NewAccountRules.Check(wanted) is { } wrong) return wrong;
        string hash;
        try
        {
            hash = await passwords.HashAsync(wanted.Password, HashAsker.AtSignIn("setup", client), ct);
        }
        catch (HashingBusyException)
        {
            return UserErrors.Busy;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);

        // One opening at a time: of two set-ups together one is the first, and names are free or taken.
        await db.Installations.ExecuteUpdateAsync(s => s.SetProperty(i => i.KeyCheck, i => i.KeyCheck), ct);
        if (onlyIfFirst && await db.Accounts.AnyAsync(ct)) return AccountOpeningErrors.AlreadySetUp;
        var now = clock.GetUtcNow();
        var account = new Account
        {
            Id = wanted.AccountId ?? AccountId.New(),
            Alias = Blank(wanted.Alias),
            Partition = wanted.Partition!,
            Name = wanted.Name!.Trim(),
            Country = wanted.Country!,
            CreatedAt = now,
        };
        if (await TakenAsync(db, account, wanted.RootEmail!, ct) is { } taken) return taken;
        db.Accounts.Add(account);
        var root = NewRoot(account, wanted.RootEmail!, now);
        db.Users.Add(root);
        var first = root;
        if (!Partition.AllowsRootSignIn(account.Partition))
        {
            first = CreateUser.New(account.Id, wanted.AdministratorName!, "/", now);
            db.Users.Add(first);
            db.PolicyAttachments.Add(PolicyAttachment.ToUser(
                account.Id, first.Id, Arn.BuiltInPolicy(account.Partition, BuiltInPolicies.AdministratorAccess)));
        }

        first.PasswordHash = hash;
        first.PasswordChangedAt = now;
        audit.Write(db, "OpenAccount", AuditActor.Operator, client, account.Id, target: Arn.Root(account),
            details: new { account.Name, account.Alias, account.Partition, account.Country });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new OpenedAccount(account.Id, account.Label, first.Id);
    }

    /// <summary>Whether there is no account yet.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return !await db.Accounts.AnyAsync(ct);
    }

    private static async Task<Error?> TakenAsync(IamDbContext db, Account account, string rootEmail, CancellationToken ct)
    {
        if (await db.Accounts.AnyAsync(a => a.Id == account.Id, ct)) return AccountErrors.IdTaken;
        if (account.Alias is not null && await db.Accounts.AnyAsync(a => a.Alias == account.Alias, ct)) return AccountErrors.AliasTaken;
        var email = EmailAddress.Normalize(rootEmail);
        return await db.Users.AnyAsync(u => u.IsRoot && u.NormalizedEmail == email, ct) ? AccountErrors.EmailTaken : null;
    }

    internal static IamUser NewRoot(Account account, string email, DateTimeOffset now)
    {
        var root = new IamUser
        {
            Id = RandomId.New("ROOT"),
            AccountId = account.Id,
            Name = "root",
            NormalizedName = UserName.Normalize("root"),
            UserName = UserName.IdentityRootName(account.Id),
            NormalizedUserName = UserName.IdentityRootName(account.Id),
            Email = email,
            NormalizedEmail = EmailAddress.Normalize(email),
            IsRoot = true,
            CreatedAt = now,
        };
        root.RenewSecurityStamp();
        return root;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
