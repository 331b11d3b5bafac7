using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

/// <summary>Creates an IAM user.</summary>
public sealed class CreateUser(Gate gate, TimeProvider clock, PasswordHashing passwords)
{
    /// <summary>The new user.</summary>
    public async Task<Result<UserRow>> RunAsync(Caller caller, NewUser wanted, CancellationToken ct)
    {
        var checkedFirst = await gate.ReadAsync(caller, IamAction.CreateUser, null, ct);
        await using (checkedFirst)
        {
            if (checkedFirst.Refusal is { } early) return early;
            if (Check(wanted, checkedFirst.Account) is { } wrong) return wrong;
        }

        string? hash;
        try
        {
            hash = wanted.Password is null ? null : await passwords.HashAsync(wanted.Password, ct);
        }
        catch (HashingBusyException)
        {
            return UserErrors.Busy;
        }

        await using var operation = await gate.BeginAsync(caller, IamAction.CreateUser, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var user = New(operation.Account.Id, wanted.Name!, wanted.Path ?? "/", clock.GetUtcNow());
        user.PasswordHash = hash;
        user.PasswordChangedAt = hash is null ? null : user.CreatedAt;
        user.MustChangePassword = hash is not null && wanted.MustChangePassword;
        user.IsAdministrator = wanted.IsAdministrator;
        user.Email = string.IsNullOrWhiteSpace(wanted.Email) ? null : wanted.Email;
        operation.Db.Users.Add(user);
        operation.Audit("CreateUser", target: user.ArnIn(operation.Account), details: new
        {
            userName = user.Name,
            path = user.Path,
            consoleAccess = hash is not null,
            user.MustChangePassword,
            user.IsAdministrator,
            user.Email,
        });
        try
        {
            await operation.SaveAsync(ct);
        }
        catch (DbUpdateException error) when (operation.Db.IsUniqueViolation(error))
        {
            return await operation.RefuseAsync(
                "CreateUser", UserErrors.NameTaken(wanted.Name!), ct, Arn.AnyUser(operation.Account), details: new { userName = wanted.Name });
        }

        return UserRow.Of(user);
    }

    internal static IamUser New(string accountId, string name, string path, DateTimeOffset now)
    {
        var user = new IamUser
        {
            Id = RandomId.New("AIDA"),
            AccountId = accountId,
            Name = name,
            NormalizedName = Core.Users.UserName.Normalize(name),
            UserName = Core.Users.UserName.IdentityName(accountId, name),
            NormalizedUserName = Core.Users.UserName.IdentityName(accountId, name),
            Path = path,
            CreatedAt = now,
        };
        user.RenewSecurityStamp();
        return user;
    }

    private static Error? Check(NewUser wanted, Account account)
    {
        if (!Core.Users.UserName.IsValid(wanted.Name)) return UserErrors.InvalidName;
        if (!UserPath.IsValid(wanted.Path ?? "/")) return UserErrors.InvalidPath;
        if (!string.IsNullOrWhiteSpace(wanted.Email) && !EmailAddress.IsValid(wanted.Email)) return UserErrors.InvalidEmail;
        return wanted.Password is null ? null
            : ConsolePasswordRules.Check(wanted.Password, wanted.Name, account.Name, account.Alias)?.At(UserErrors.PasswordField);
    }
}
