using IamConsole.Core.Notices;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Notices;

/// <summary>Where notices go: the address of the time, which nobody can redirect afterwards.</summary>
public sealed class NoticeAddressTests
{
    [Theory, BothDatabases]
    public async Task The_old_address_is_told_of_the_change_and_keeps_what_waits_for_it(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAddressAsync(account, root, "alice");
        (await iam.Get<SetConsolePassword>().RunAsync(root.Caller, alice.UserId, "a second long password", false, IamScenario.Ct)).Ok();

        (await iam.Get<ChangeNoticeAddress>().RunAsync(root.Caller, alice.UserId, " elsewhere@example.net ", IamScenario.Ct)).Ok();

        Assert.Equal("alice@example.com", (await iam.MailAsync("password was changed")).Recipient);
        Assert.Equal("alice@example.com", (await iam.MailAsync("address for your notices was changed by root")).Recipient);
        Assert.Equal("elsewhere@example.net", await iam.ReadAsync(db => db.Users.Where(u => u.Id == alice.UserId).Select(u => u.Email).SingleAsync()));
        Assert.Equal("UpdateUser", (await iam.LastEventAsync()).EventName);
    }

    [Theory, BothDatabases]
    public async Task Two_users_may_share_an_address_and_nobody_signs_in_with_it(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        foreach (var name in new[] { alice.UserId, (await iam.UserAsync(account, root, "bob")).UserId })
            (await iam.Get<ChangeNoticeAddress>().RunAsync(root.Caller, name, account.Root.RootEmail, IamScenario.Ct)).Ok();
        (await iam.Get<ChangeNoticeAddress>().RunAsync(root.Caller, alice.UserId, "alice@example.com", IamScenario.Ct)).Ok();

        var byAddress = await iam.TypePasswordAsync(new(account.Id, "alice@example.com", null, IamScenario.Password));
        var asRoot = await iam.TypePasswordAsync(new(null, null, "alice@example.com", IamScenario.Password));

        Assert.False(byAddress.Succeeded);
        Assert.False(asRoot.Succeeded);
        await iam.SignInAsync(account.Root);
    }

    [Theory, BothDatabases]
    public async Task Only_one_plain_address_is_taken_and_only_from_who_may(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        var session = await iam.SignInAsync(alice);
        var change = iam.Get<ChangeNoticeAddress>();
        foreach (var wrong in new[] { "alice", "a@b.c\r\nBcc: x@y.z", "A <a@b.c>", "a@b.c, d@e.f", "a b@c.d" })
        {
            Assert.Equal(UserErrors.InvalidEmail, (await change.RunAsync(root.Caller, alice.UserId, wrong, IamScenario.Ct)).Error);
            Assert.Equal(UserErrors.InvalidEmail, (await iam.Get<CreateUser>().RunAsync(
                root.Caller, new NewUser("bob", "/", null, false, [], wrong), IamScenario.Ct)).Error);
        }

        Assert.Equal("AccessDenied", (await change.RunAsync(session.Caller, alice.UserId, "me@example.com", IamScenario.Ct)).Error!.Code);
        Assert.False((await change.RunAsync(root.Caller, root.UserId, "me@example.com", IamScenario.Ct)).Succeeded);
        Assert.Equal(account.Root.RootEmail, await iam.ReadAsync(db => db.Users.Where(u => u.IsRoot).Select(u => u.Email).SingleAsync()));
        iam.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("ProofTooOld", (await change.RunAsync(root.Caller, alice.UserId, "me@example.com", IamScenario.Ct)).Error!.Code);
    }

    [Theory, BothDatabases]
    public async Task A_deleted_user_is_still_told_what_was_done_before(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAddressAsync(account, root, "alice");
        await iam.AssignAppAsync(root, alice.UserId, "phone");

        (await iam.Get<DeleteUser>().RunAsync(root.Caller, alice.UserId, IamScenario.Ct)).Ok();

        Assert.Equal(MailState.Waiting, (await iam.MailAsync("phone was assigned")).State);
        Assert.False(await iam.ReadAsync(db => db.Notices.AnyAsync(n => n.UserId == alice.UserId)));
    }
}
