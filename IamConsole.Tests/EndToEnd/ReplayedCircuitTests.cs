using System.Net.WebSockets;
using IamConsole.Core.Policies;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Security bar T31: what an administrator's page sent, byte for byte, from somebody else's socket.</summary>
public sealed class ReplayedCircuitTests(ChromiumBrowser browser)
{
    private const string Group = "field-team";

    [Fact]
    public async Task T31_an_administrators_recorded_clicks_do_nothing_in_anybody_elses_circuit()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var recorded = await RecordAsync(org, window);

        // The recording is good: in the administrator's own session it does the same again.
        await using (var again = await BeginAsync(org, await CookiesAsync(window), recorded))
        {
            Assert.True(await again.SeesAsync("No user groups"));
            await ReplayAsync(again, recorded);
            Assert.Equal([Group], await TakeGroupsAsync(org));
        }

        using var amina = new RawVisitor(org);
        await amina.PasswordAsync(org.Amina);
        await using (var circuit = await BeginAsync(org, amina.Client.Cookies, recorded))
        {
            Assert.True(await circuit.SeesAsync("is not authorized to perform: iam:ListGroups"));
            await ReplayAsync(circuit, recorded);
        }

        await Assert.ThrowsAsync<WebSocketException>(() => CircuitClient.OpenAsync(org.Server.Url, new Dictionary<string, string>()));
        Assert.Empty(await TakeGroupsAsync(org));
        Assert.Contains(await org.RefusalsAsync(org.Amina), details => details.Contains("iam:ListGroups", StringComparison.Ordinal));
    }

    [Fact]
    public async Task T31_replayed_in_the_same_page_of_who_lost_the_right_meanwhile_it_reaches_the_operation_and_is_refused()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        await org.MayAsync(org.Amina, BuiltInPolicies.AdministratorAccess);
        var recorded = await RecordAsync(org, window);
        using var amina = new RawVisitor(org);
        await amina.PasswordAsync(org.Amina);
        await using var circuit = await BeginAsync(org, amina.Client.Cookies, recorded);
        Assert.True(await circuit.SeesAsync("No user groups"));

        await org.MayAsync(org.Amina, "IAMReadOnlyAccess");
        await ReplayAsync(circuit, recorded);

        Assert.Empty(await TakeGroupsAsync(org));
        Assert.Contains(await org.RefusalsAsync(org.Amina), details => details.Contains("iam:CreateGroup", StringComparison.Ordinal));
    }

    [Fact]
    public async Task T31_who_has_learned_the_secret_of_an_administrators_circuit_does_not_get_into_it()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var recorded = await RecordAsync(org, window);
        var maria = new Visitor(window, org);
        using var amina = new RawVisitor(org);
        await amina.PasswordAsync(org.Amina);
        using var later = new RawVisitor(org);
        org.Server.Clock.Advance(TimeSpan.FromSeconds(30));
        await later.PasswordAsync(org.Maria);
        await later.CodeAsync(org.CodesOf(org.Maria).Now());
        Assert.True(await later.IsInAsync());

        foreach (var thief in new[] { amina, later })
        {
            await using var socket = await CircuitClient.OpenAsync(org.Server.Url, thief.Client.Cookies);
            Assert.False(await socket.ConnectAsync(recorded.Secret));
            Assert.Null(await socket.CallAsync("ResumeCircuit", recorded.Secret, org.Server.Url.ToString(), org.Server.Url.ToString(), "[]", ""));
        }

        await using (var events = await CircuitClient.OpenAsync(org.Server.Url, amina.Client.Cookies))
        {
            Assert.False(await events.ConnectAsync(recorded.Secret));
            await ReplayAsync(events, recorded);
        }

        Assert.Empty(await TakeGroupsAsync(org));

        // The window in question has noticed nothing.
        await maria.PressAsync("Add user");
        await maria.Page.GetByRole(AriaRole.Dialog).GetByLabel("User name").WaitForAsync();
    }

    [Fact]
    public async Task A_window_whose_line_was_cut_takes_its_circuit_up_again()
    {
        await using var org = await Organisation.OpenAsync();
        using var amina = new RawVisitor(org);
        await amina.PasswordAsync(org.Amina);
        await using var before = await CircuitClient.OpenAsync(org.Server.Url, amina.Client.Cookies);
        var secret = await before.StartAsync(org.Server.Url, await amina.Client.GetAsync("/security-credentials"));
        Assert.True(await before.SeesAsync("No MFA devices"));

        await using var after = await CircuitClient.OpenAsync(org.Server.Url, amina.Client.Cookies);
        Assert.True(await after.ConnectAsync(secret!));
        Assert.False(await after.ConnectAsync(secret + "x"));
    }

    private static async Task<CapturedCircuit> RecordAsync(Organisation org, BrowserPage window)
    {
        var maria = new Visitor(window, org);
        var recorded = new CapturedCircuit(window.Page);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/groups");
        await maria.SeeAsync("No user groups");
        await maria.PressAsync("Create group");
        var dialog = maria.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("User group name").FillAsync(Group);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create group" }).ClickAsync();
        await maria.SeeAsync("Users in this group");
        Assert.Equal([Group], await TakeGroupsAsync(org));
        Assert.InRange(recorded.Events.Count, 3, 100);
        return recorded;
    }

    private static async Task<CircuitClient> BeginAsync(Organisation org, IReadOnlyDictionary<string, string> cookies, CapturedCircuit recorded)
    {
        var socket = await CircuitClient.OpenAsync(org.Server.Url, cookies);
        foreach (var frame in recorded.Beginning) await socket.SendAsync(frame);
        return socket;
    }

    // One after the other, each when the one before was answered: a click needs the button that the click before brought.
    private static async Task ReplayAsync(CircuitClient circuit, CapturedCircuit recorded)
    {
        foreach (var frame in recorded.Events)
        {
            await circuit.SendAsync(frame);
            foreach (var call in HubMessage.In(frame).Where(m => m.Target == "BeginInvokeDotNetFromJS" && m.Values[0] is string))
                await circuit.WaitForAsync(m => m.Target is "JS.Error" || (m.Target == "JS.EndInvokeDotNet" && Equals(m.Values[0], call.Values[0])));
        }
    }

    private static async Task<Dictionary<string, string>> CookiesAsync(BrowserPage window) =>
        (await window.Page.Context.CookiesAsync()).ToDictionary(c => c.Name, c => c.Value);

    /// <summary>The groups there are; afterwards there are none.</summary>
    private static Task<string[]> TakeGroupsAsync(Organisation org) => org.InDatabaseAsync(async db =>
    {
        var names = await db.Groups.Select(g => g.Name).ToArrayAsync(TestContext.Current.CancellationToken);
        await db.Groups.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        return names;
    });
}
