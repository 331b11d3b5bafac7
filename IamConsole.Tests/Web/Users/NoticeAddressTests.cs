using Bunit;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Controls;
using IamConsole.Web.Users;

namespace IamConsole.Tests.Web.Users;

public sealed class NoticeAddressTests
{
    [Fact]
    public async Task An_administrator_sets_the_address_and_a_wrong_one_is_said_at_its_field()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        var detail = (await iam.Get<GetUser>().RunAsync(root.Caller, alice.UserId, IamScenario.Ct)).Ok();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var section = web.Render<NoticeAddress>(p => p.Add(s => s.User, detail).Add(s => s.CanManage, true));

        section.Find("button").Click();
        section.WaitForElement("input[type=email]").Change("nobody");
        section.Find("form").Submit();
        section.WaitForAssertion(() => Assert.Contains("Enter one e-mail address", section.Find(".field-error").TextContent, StringComparison.Ordinal));
        section.Find("input[type=email]").Change("alice@example.com");
        section.Find("form").Submit();

        section.WaitForAssertion(() => Assert.Equal("The e-mail address of alice was saved. No mail goes out: this console has no mail server.", Assert.Single(web.Flashes).Text));
        detail = (await iam.Get<GetUser>().RunAsync(root.Caller, alice.UserId, IamScenario.Ct)).Ok();
        Assert.Equal("alice@example.com", detail.Email);
    }

    [Fact]
    public async Task Saved_twice_with_the_same_result_it_says_so_once()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        var detail = (await iam.Get<GetUser>().RunAsync(root.Caller, alice.UserId, IamScenario.Ct)).Ok();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var bar = web.Render<Flashbar>();
        var section = web.Render<NoticeAddress>(p => p.Add(s => s.User, detail).Add(s => s.CanManage, true));
        foreach (var saved in new[] { 1, 2 })
        {
            section.WaitForElement("button").Click();
            section.WaitForElement("input[type=email]").Change($"alice{saved}@example.com");
            await section.Find("form").SubmitAsync();
            section.WaitForState(() => section.FindAll("form").Count == 0);
            Assert.StartsWith("The e-mail address of alice was saved.", Assert.Single(bar.FindAll(".flash-body")).TextContent.Trim(), StringComparison.Ordinal);
            Assert.Equal(saved, (await iam.TrailAsync()).Count(e => e.EventName == "UpdateUser"));
        }
    }

    [Fact]
    public async Task Who_may_not_change_it_sees_no_button()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        var session = await iam.SignInAsync(alice);
        var detail = (await iam.Get<GetUser>().RunAsync(session.Caller, alice.UserId, IamScenario.Ct)).Ok();
        await using var hers = await SignedInContext.OfAsync(iam, session);

        Assert.Empty(hers.Render<NoticeAddress>(p => p.Add(s => s.User, detail)).FindAll("button"));
    }
}
