using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.Groups;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Users;

/// <summary>Security bar T33: where root does not sign in, nothing takes the last administrator away, by whatever operation.</summary>
public sealed class LastAdministratorTests
{
    private static readonly string Administrator = IamScenario.Administrator(Partition.AwsUsGov);

    [Theory, BothDatabases]
    public async Task T33_the_last_administrator_by_a_group_stays_whatever_is_done_to_him_or_to_the_group(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, first) = await iam.SignedInRootAsync(Partition.AwsUsGov);
        await GroupOfAsync(iam, first, first.UserId);
        (await iam.Get<DetachUserPolicy>().RunAsync(first.Caller, first.UserId, Administrator, IamScenario.Ct)).Ok();
        first = await iam.SignInAsync(account.Root);
        var (caller, ct) = (first.Caller, IamScenario.Ct);

        Error?[] refusals =
        [
            (await iam.Get<DetachGroupPolicy>().RunAsync(caller, "admins", Administrator, ct)).Error,
            (await iam.Get<RemoveUserFromGroup>().RunAsync(caller, "admins", first.UserId, ct)).Error,
            (await iam.Get<DeleteGroup>().RunAsync(caller, "admins", ct)).Error,
            (await iam.Get<SetConsolePassword>().RemoveAsync(caller, first.UserId, ct)).Error,
        ];

        Assert.All(refusals, refusal => Assert.Equal(UserErrors.LastAdministrator, refusal));
        Assert.Equal(4, (await iam.TrailAsync()).Count(e => !e.Succeeded && e.Reason == UserErrors.LastAdministrator.Code));
        Assert.Equal(1, await iam.ReadAsync(db => db.GroupMembers.CountAsync(ct)));
    }

    [Theory, BothDatabases]
    public async Task T33_one_who_may_everything_by_another_policy_does_not_delete_the_last_administrator(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, first) = await iam.SignedInRootAsync(Partition.AwsUsGov);
        var other = await iam.SignInAsync(await iam.AdministratorAsync(account, first, "full"));
        (await iam.Get<AttachUserPolicy>().RunAsync(first.Caller, other.UserId, Arn.BuiltInPolicy(Partition.AwsUsGov, "IAMFullAccess"), IamScenario.Ct)).Ok();
        (await iam.Get<DetachUserPolicy>().RunAsync(first.Caller, other.UserId, Administrator, IamScenario.Ct)).Ok();
        other = await iam.SignInAsync(new Person(account.Id, other.UserId, "full", IamScenario.Password));

        Assert.Equal(UserErrors.LastAdministrator, (await iam.Get<DeleteUser>().RunAsync(other.Caller, first.UserId, IamScenario.Ct)).Error);
        Assert.True(await iam.ReadAsync(db => db.Users.AnyAsync(u => u.Id == first.UserId, IamScenario.Ct)));
    }

    [Theory, BothDatabases]
    public async Task T33_where_root_signs_in_the_last_administrator_may_go_because_root_is_one(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var admin = await iam.AdministratorAsync(account, root, "admin");

        (await iam.Get<DeleteUser>().RunAsync(root.Caller, admin.UserId, IamScenario.Ct)).Ok();

        (await iam.Get<CreateUser>().RunAsync(root.Caller, new NewUser("next", "/", null, false, [BuiltInPolicies.AdministratorAccess]), IamScenario.Ct)).Ok();
    }

    private static async Task GroupOfAsync(IamScenario iam, SignedIn by, string userId)
    {
        (await iam.Get<CreateGroup>().RunAsync(by.Caller, "admins", IamScenario.Ct)).Ok();
        (await iam.Get<AttachGroupPolicy>().RunAsync(by.Caller, "admins", Administrator, IamScenario.Ct)).Ok();
        (await iam.Get<AddUserToGroup>().RunAsync(by.Caller, "admins", userId, IamScenario.Ct)).Ok();
    }
}
