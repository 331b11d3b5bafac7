using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

/// <summary>Creates an IAM user.</summary>
public sealed class CreateUser(Gate gate, TimeProvider clock, PasswordHashing passwords)
{
    /// <summary>The new user.</summary>
    public async Task<Result<UserRow>> RunAsync(Caller caller, NewUser wanted, CancellationToken ct)
    {
        string Resource(Account account) => UserName.IsValid(wanted.Name) && UserPath.IsValid(wanted.Path ?? "/")
            ? Arn.User(account, wanted.Path ?? "/", wanted.Name!) : Arn.AnyUser(account);
        var checkedFirst = await gate.ReadAsync(caller, IamAction.CreateUser, null, ct, Resource);
        HashAsker asker;
        await using (checkedFirst)
        {
            if (checkedFirst.Refusal is { } early) return early;
            if (Check(wanted, checkedFirst.Account) is { } wrong) return wrong;
            asker = HashAsker.InSession(checkedFirst.User.Id);
        }

        string? hash;
        try
        {
            hash = wanted.Password is null ? null : await passwords.HashAsync(wanted.Password, asker, ct);
        }
        catch (HashingBusyException)
        {
            return UserErrors.Busy;
        }

        await using var operation = await gate.BeginAsync(caller, IamAction.CreateUser, null, ct, resource: Resource);
        if (operation.Refusal is { } refusal) return refusal;
        var user = New(operation.Account.Id, wanted.Name!, wanted.Path ?? "/", clock.GetUtcNow());
        user.PasswordHash = hash;
        user.PasswordChangedAt = hash is null ? null : user.CreatedAt;
        user.MustChangePassword = hash is not null && wanted.MustChangePassword;
        user.Email = string.IsNullOrWhiteSpace(wanted.Email) ? null : wanted.Email;
        operation.Db.Users.Add(user);
        foreach (var policy in wanted.Policies.Distinct().Order(StringComparer.Ordinal))
        {
            if (await AttachAsync(operation, user, policy, ct) is { } denied)
                return await operation.RefuseAsync("CreateUser", denied, user.ArnIn(operation.Account), details: new { policyName = policy });
        }

        operation.Audit("CreateUser", target: user.ArnIn(operation.Account), details: new
        {
            userName = user.Name,
            path = user.Path,
            consoleAccess = hash is not null,
            user.MustChangePassword,
            user.Email,
            policies = wanted.Policies,
        });
        try
        {
            await operation.SaveAsync(ct);
        }
        catch (DbUpdateException error) when (operation.Db.IsUniqueViolation(error))
        {
            return await operation.RefuseAsync(
                "CreateUser", UserErrors.NameTaken(wanted.Name!), Arn.AnyUser(operation.Account), details: new { userName = wanted.Name });
        }

        return UserRow.Of(user);
    }

    // Who creates a user with policies attaches them, and must be permitted to.
    private static async Task<Error?> AttachAsync(Operation operation, IamUser user, string policy, CancellationToken ct)
    {
        if (operation.Refuse(IamAction.AttachUserPolicy, user.ArnIn(operation.Account)) is { } denied) return denied;
        if (await FindPolicy.ArnAsync(operation, policy, ct) is not { } arn) return PolicyErrors.NoSuchPolicy(policy);
        operation.Db.PolicyAttachments.Add(PolicyAttachment.ToUser(operation.Account.Id, user.Id, arn));
        return null;
    }

    internal static IamUser New(string accountId, string name, string path, DateTimeOffset now)
    {
        var user = new IamUser
        {
            Id = RandomId.New("AIDA"),
            AccountId = accountId,
            Name = name,
            NormalizedName = UserName.Normalize(name),
            UserName = UserName.IdentityName(accountId, name),
            NormalizedUserName = UserName.IdentityName(accountId, name),
            Path = path,
            CreatedAt = now,
        };
        user.RenewSecurityStamp();
        return user;
    }

    private static Error? Check(NewUser wanted, Account account)
    {
        var password = wanted.Password is null ? null
            : ConsolePasswordRules.Check(wanted.Password, account.PasswordPolicy, [wanted.Name, wanted.Email, .. PasswordNames.Of(account)])
                ?.At(UserErrors.PasswordField);
        return Error.All(
            UserName.IsValid(wanted.Name) ? null : UserErrors.InvalidName,
            UserPath.IsValid(wanted.Path ?? "/") ? null : UserErrors.InvalidPath,
            string.IsNullOrWhiteSpace(wanted.Email) || EmailAddress.IsValid(wanted.Email) ? null : UserErrors.InvalidEmail,
            password);
    }
}
