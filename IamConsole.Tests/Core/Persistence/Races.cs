using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.Groups;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>
/// Every pair of "delete A" and "refer to A", and of "create A" twice. Of each subject there is a user, a group with a
/// member, and a managed policy of that name; <paramref name="one"/> and <paramref name="other"/> are two administrators.
/// </summary>
internal sealed class Races(Caller one, Caller other, AccountWithRoot account, Func<string, string> userOf)
{
    public const string Document = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}}""";

    private static CancellationToken Ct => IamScenario.Ct;

    /// <summary>The walk; with RACES=all each pair also begun by the other one, otherwise only where one side waits late.</summary>
    public IEnumerable<Race> All =>
    [
        .. OfPolicies, .. OfGroups, .. OfUsers, .. OfNames,
        .. (Environment.GetEnvironmentVariable("RACES") == "all" ? (IEnumerable<Race>)[.. OfPolicies, .. OfGroups, .. OfUsers, .. OfNames] : [.. OfPolicies, .. OfGroups]).Select(r => r.Swapped),
    ];

    private IEnumerable<Race> OfPolicies =>
    [
        new("policy deleted, attached to a user", DeletePolicy, (s, x) => Race.AskAsync<AttachUserPolicy>(s, u => u.RunAsync(other, userOf(x), PolicyOf(x), Ct))),
        new("policy deleted, attached to a group", DeletePolicy, AttachToGroup),
        new("policy deleted, given to a new user", DeletePolicy,
            (s, x) => Race.AskAsync<CreateUser, UserRow>(s, u => u.RunAsync(other, new NewUser("new-" + x, "/", null, false, [x]), Ct))),
        new("policy deleted, written anew", DeletePolicy, (s, x) => Race.AskAsync<UpdatePolicy>(s, u => u.RunAsync(other, PolicyOf(x), 1, Document, Ct))),
        new("policy deleted twice", DeletePolicy, (s, x) => Race.AskAsync<DeletePolicy>(s, u => u.RunAsync(other, PolicyOf(x), Ct))),
    ];

    private IEnumerable<Race> OfGroups =>
    [
        new("group deleted, gets a member", DeleteGroup, (s, x) => Race.AskAsync<AddUserToGroup>(s, u => u.RunAsync(other, x, userOf("spare"), Ct))),
        new("group deleted, gets a policy", DeleteGroup, AttachToGroup),
        new("group deleted, gets an inline policy", DeleteGroup, PutInline),
        new("group deleted, loses its inline policy", DeleteGroup,
            (s, x) => Race.AskAsync<DeleteInlinePolicy>(s, u => u.RunAsync(other, InlineOwner.Group(x), "inline", Ct))),
        new("group deleted, loses its member", DeleteGroup, (s, x) => Race.AskAsync<RemoveUserFromGroup>(s, u => u.RunAsync(other, x, userOf(x), Ct))),
        new("group deleted, loses its policy", DeleteGroup, (s, x) => Race.AskAsync<DetachGroupPolicy>(s, u => u.RunAsync(other, x, IamScenario.Administrator(), Ct))),
        new("group deleted twice", DeleteGroup, (s, x) => Race.AskAsync<DeleteGroup>(s, u => u.RunAsync(other, x, Ct))),
        new("group deleted, named by a rule for keys", DeleteGroup, (s, x) => Race.AskAsync<UpdateSecurityKeyPolicy>(
            s, u => u.RunAsync(other, new(new SecurityKeyPolicy { Groups = [new GroupKeyRule(x, new SecurityKeyRule())] }), Ct))),
        new("group deleted, its member deleted", DeleteGroup, (s, x) => Race.AskAsync<DeleteUser>(s, u => u.RunAsync(other, userOf(x), Ct))),
    ];

    private IEnumerable<Race> OfUsers =>
    [
        new("user deleted, put into a group", DeleteUser, (s, x) => Race.AskAsync<AddUserToGroup>(s, u => u.RunAsync(other, "spare", userOf(x), Ct))),
        new("user deleted, taken out of a group", DeleteUser, (s, x) => Race.AskAsync<RemoveUserFromGroup>(s, u => u.RunAsync(other, x, userOf(x), Ct))),
        new("user deleted, gets a policy", DeleteUser, (s, x) => Race.AskAsync<AttachUserPolicy>(s, u => u.RunAsync(other, userOf(x), PolicyOf("spare"), Ct))),
        new("user deleted, gets an inline policy", DeleteUser,
            (s, x) => Race.AskAsync<PutInlinePolicy>(s, u => u.RunAsync(other, InlineOwner.User(userOf(x)), "inline", Document, Ct))),
        new("user deleted, gets tags", DeleteUser,
            (s, x) => Race.AskAsync<SetUserTags>(s, u => u.RunAsync(other, userOf(x), new Dictionary<string, string> { ["team"] = "red" }, Ct))),
        new("user deleted, gets a password", DeleteUser,
            (s, x) => Race.AskAsync<SetConsolePassword>(s, u => u.RunAsync(other, userOf(x), IamScenario.Password + "!", true, Ct))),
        new("user deleted, must change the password", DeleteUser, (s, x) => Race.AskAsync<RequirePasswordChange>(s, u => u.RunAsync(other, userOf(x), Ct))),
        new("user deleted, reminded", DeleteUser, (s, x) => Race.AskAsync<RemindOfMfa>(s, u => u.RunAsync(other, userOf(x), Ct))),
        new("user deleted, exempted", DeleteUser, (s, x) => Race.AskAsync<ChangeMfaExemption>(s, u => u.RunAsync(other, userOf(x), true, Ct))),
        new("user deleted, gets an address", DeleteUser, (s, x) => Race.AskAsync<ChangeNoticeAddress>(s, u => u.RunAsync(other, userOf(x), "a@example.com", Ct))),
        new("user deleted, gets a token", DeleteUser, (s, x) => Race.AskAsync<HandOutToken>(s, u => u.RunAsync(other, "token-" + x, x, Ct))),
        new("user deleted, begins a device", DeleteUser,
            (s, x) => Race.AskAsync<BeginDeviceEnrolment, DeviceEnrolment>(s, u => u.RunAsync(other, userOf(x), "phone-" + x, MfaDeviceKind.Virtual, Ct))),
        new("user deleted, signs in", DeleteUser, (s, x) => Race.AskAsync<BeginSignIn, BegunSignIn>(
            s, u => u.RunAsync(new Credentials(account.Id, x, null, IamScenario.Password), IamScenario.Browser, IamScenario.Client, Ct))),
        new("user deleted, mistypes the password", DeleteUser, (s, x) => Race.AskAsync<BeginSignIn, BegunSignIn>(
            s, u => u.RunAsync(new Credentials(account.Id, x, null, "wrong"), IamScenario.Browser, IamScenario.Client, Ct))),
        new("user deleted, asked for a key", DeleteUser, (s, x) => Race.AskAsync<AskForKey, string>(
            s, async u => (Result<string>)await u.RunAsync(new PendingUser("owner-" + x, userOf(x)), Ct))),
        new("user deleted twice", DeleteUser, (s, x) => Race.AskAsync<DeleteUser>(s, u => u.RunAsync(other, userOf(x), Ct))),
    ];

    private IEnumerable<Race> OfNames =>
    [
        new("group created twice", (s, x) => CreateGroup(s, one, x), (s, x) => CreateGroup(s, other, x)),
        new("policy created twice", (s, x) => CreatePolicy(s, one, x), (s, x) => CreatePolicy(s, other, x)),
        new("user created twice", (s, x) => CreateUser(s, one, x), (s, x) => CreateUser(s, other, x)),
        new("one policy to one group, twice", (s, x) => Attach(s, one, x), AttachToGroup),
        new("one inline policy of a group, twice", (s, x) => Race.AskAsync<PutInlinePolicy>(s, u => u.RunAsync(one, InlineOwner.Group(x), "new", Document, Ct)),
            (s, x) => Race.AskAsync<PutInlinePolicy>(s, u => u.RunAsync(other, InlineOwner.Group(x), "new", Document, Ct))),
        new("one member, twice", (s, x) => Race.AskAsync<AddUserToGroup>(s, u => u.RunAsync(one, "spare", userOf(x), Ct)),
            (s, x) => Race.AskAsync<AddUserToGroup>(s, u => u.RunAsync(other, "spare", userOf(x), Ct))),
        new("one token to two users", (s, x) => Race.AskAsync<HandOutToken>(s, u => u.RunAsync(one, "token-" + x, x, Ct)),
            (s, x) => Race.AskAsync<HandOutToken>(s, u => u.RunAsync(other, "token-" + x, "spare", Ct))),
        new("one alias, twice", (s, x) => Race.AskAsync<UpdateAccount>(s, u => u.RunAsync(one, "Name", "alias-" + x, Ct)),
            (s, x) => Race.AskAsync<UpdateAccount>(s, u => u.RunAsync(other, "Name", "alias-" + x, Ct))),
    ];

    private string PolicyOf(string subject) => $"arn:aws:iam::{account.Id}:policy/{subject}";

    private Task<Error?> DeletePolicy(IServiceProvider services, string subject) =>
        Race.AskAsync<DeletePolicy>(services, u => u.RunAsync(one, PolicyOf(subject), Ct));

    private Task<Error?> DeleteGroup(IServiceProvider services, string subject) =>
        Race.AskAsync<DeleteGroup>(services, u => u.RunAsync(one, subject, Ct));

    private Task<Error?> DeleteUser(IServiceProvider services, string subject) =>
        Race.AskAsync<DeleteUser>(services, u => u.RunAsync(one, userOf(subject), Ct));

    private Task<Error?> AttachToGroup(IServiceProvider services, string subject) => Attach(services, other, subject);

    private Task<Error?> Attach(IServiceProvider services, Caller by, string subject) =>
        Race.AskAsync<AttachGroupPolicy>(services, u => u.RunAsync(by, subject, PolicyOf(subject), Ct));

    private Task<Error?> PutInline(IServiceProvider services, string subject) =>
        Race.AskAsync<PutInlinePolicy>(services, u => u.RunAsync(other, InlineOwner.Group(subject), "inline", Document, Ct));

    private static Task<Error?> CreateGroup(IServiceProvider services, Caller by, string subject) =>
        Race.AskAsync<CreateGroup>(services, u => u.RunAsync(by, "new-" + subject, Ct));

    private static Task<Error?> CreatePolicy(IServiceProvider services, Caller by, string subject) =>
        Race.AskAsync<CreatePolicy, string>(services, u => u.RunAsync(by, "new-" + subject, null, Document, Ct));

    private static Task<Error?> CreateUser(IServiceProvider services, Caller by, string subject) =>
        Race.AskAsync<CreateUser, UserRow>(services, u => u.RunAsync(by, new NewUser("new-" + subject, "/", null, false, []), Ct));
}
