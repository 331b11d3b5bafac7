using Bunit;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Sessions;

namespace IamConsole.Tests.Web.Sessions;

public sealed class ActiveSessionsTests
{
    [Fact]
    public async Task The_current_session_is_marked_and_has_no_button()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var (here, there) = (await iam.SignInAsync(dave), await iam.SignInAsync(dave));
        await using var web = await SignedInContext.OfAsync(iam, here);

        var section = web.Render<ActiveSessions>(p => p.Add(s => s.UserId, dave.UserId).Add(s => s.Own, true));
        section.WaitForElement("tbody tr");

        Assert.Equal("Active sessions (2)", section.Find("h2").TextContent.Trim());
        var marked = Assert.Single(section.FindAll("tbody tr"), row => row.TextContent.Contains("This session", StringComparison.Ordinal));
        Assert.Empty(marked.QuerySelectorAll("button"));
        Assert.DoesNotContain(there.Caller.SessionId, section.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(here.Caller.SessionId, section.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_other_sessions_end_after_a_question()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var here = await iam.SignInAsync(dave);
        for (var i = 0; i < 2; i++) await iam.SignInAsync(dave);
        await using var web = await SignedInContext.OfAsync(iam, here);
        var section = web.Render<ActiveSessions>(p => p.Add(s => s.UserId, dave.UserId).Add(s => s.Own, true));
        section.WaitForElement("tbody tr");

        section.FindAll("button").Single(b => b.TextContent == "End all other sessions").Click();
        Assert.Contains("2 sessions will end at once", section.Find("dialog").TextContent, StringComparison.Ordinal);
        await section.Find("dialog form").SubmitAsync();

        section.WaitForAssertion(() => Assert.Single(section.FindAll("tbody tr")));
        Assert.Equal("2 sessions have ended.", Assert.Single(web.Flashes).Text);
        Assert.Equal("There is no other session", section.Find(".header-actions [role=tooltip]").TextContent);
    }
}
