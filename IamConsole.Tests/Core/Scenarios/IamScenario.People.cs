using IamConsole.Core.AccountOpening;
using IamConsole.Core.Accounts;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed partial class IamScenario
{
    public const string Password = "correct horse battery";

    private readonly Dictionary<string, Person> _roots = [];

    private int _accounts;

    public async Task<AccountWithRoot> AccountWithRootAsync(string partition = Partition.Aws)
    {
        var number = ++_accounts;
        var email = $"root{number}@example.com";
        var opened = await Get<OpenAccount>().RunAsync(
            new NewAccount($"Example {number}", null, partition, "DE", email, Password, "first-admin"), Client, onlyIfFirst: false, Ct);
        var first = opened.Ok();
        var root = partition == Partition.Aws
            ? new Person(first.AccountId, first.FirstUserId, "root", Password, email)
            : new Person(first.AccountId, first.FirstUserId, "first-admin", Password);
        _roots.Add(root.UserId, root);
        return new AccountWithRoot(first.AccountId, partition, root);
    }

    /// <summary>An account whose first user is signed in.</summary>
    public async Task<(AccountWithRoot Account, SignedIn Root)> SignedInRootAsync(string partition = Partition.Aws)
    {
        var account = await AccountWithRootAsync(partition);
        return (account, await SignInAsync(account.Root));
    }

    public async Task<Person> UserAsync(
        AccountWithRoot account, SignedIn by, string name, bool isAdministrator = false, bool mustChange = false,
        bool hasPassword = true, string path = "/")
    {
        var created = await Get<CreateUser>().RunAsync(
            by.Caller, new NewUser(name, path, hasPassword ? Password : null, mustChange,
                [isAdministrator ? BuiltInPolicies.AdministratorAccess : BuiltInPolicies.SelfManageSignIn]), Ct);
        return new Person(account.Id, created.Ok().Id, name, Password);
    }

    /// <summary>The ARN of the built-in AdministratorAccess.</summary>
    public static string Administrator(string partition = Partition.Aws) =>
        Arn.BuiltInPolicy(partition, BuiltInPolicies.AdministratorAccess);

    public Task<Person> AdministratorAsync(AccountWithRoot account, SignedIn by, string name) =>
        UserAsync(account, by, name, isAdministrator: true);

    /// <summary>A user who sees everything and changes nothing, signed in.</summary>
    public async Task<SignedIn> ReaderAsync(AccountWithRoot account, SignedIn by)
    {
        var created = await Get<CreateUser>().RunAsync(
            by.Caller, new NewUser("reader", "/", Password, false, ["IAMReadOnlyAccess"]), Ct);
        return await SignInAsync(new Person(account.Id, created.Ok().Id, "reader", Password));
    }

    /// <summary>A user who assigned an authenticator app to himself.</summary>
    public async Task<Person> UserWithAuthenticatorAppAsync(
        AccountWithRoot account, SignedIn by, string name, bool isAdministrator = false)
    {
        var user = await UserAsync(account, by, name, isAdministrator);
        return user with { App = await AssignAppAsync(await SignInAsync(user), user.UserId, name + "-app") };
    }

    /// <summary>An account, its signed-in root, and a user with an authenticator app.</summary>
    public async Task<(AccountWithRoot Account, SignedIn Root, Person Alice)> AliceWithAuthenticatorAppAsync()
    {
        var (account, root) = await SignedInRootAsync();
        return (account, root, await UserWithAuthenticatorAppAsync(account, root, "alice"));
    }
}
