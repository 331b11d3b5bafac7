using System.Net;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.EndToEnd;

/// <summary>A static form acts once, however often it is clicked, with scripts or without.</summary>
public sealed class FormTwiceTests
{
    private const string Session = "__Host-iam-session";
    private const string Antiforgery = "__Host-iam-antiforgery";

    [Fact]
    public async Task A_password_and_a_code_sent_twice_at_once_are_one_sign_in()
    {
        await using var org = await Organisation.OpenAsync();
        using var chen = new RawVisitor(org);
        var form = await chen.Client.GetAsync("/signin");
        var typed = new Dictionary<string, string> { ["Input.Account"] = "lumen-labs", ["Input.UserName"] = org.Chen.Name, ["Input.Password"] = org.Chen.Password };
        var before = await SequenceAsync(org);

        var passwords = await Task.WhenAll(chen.Client.SubmitAsync(form, typed), chen.Client.SubmitAsync(form, typed));
        Assert.All(passwords, answer => Assert.Equal("/signin/mfa", answer.Location));
        Assert.Single(passwords.SelectMany(answer => answer.SetCookies).Where(c => c.StartsWith("__Host-iam-signin=", StringComparison.Ordinal)).Distinct());
        var page = await chen.Client.GetAsync("/signin/mfa");
        var code = new Dictionary<string, string> { ["Input.Code"] = org.CodesOf(org.Chen).Now() };
        var codes = await Task.WhenAll(chen.Client.SubmitAsync(page, code), chen.Client.SubmitAsync(page, code));

        Assert.All(codes, answer => Assert.Equal("/", answer.Location));
        Assert.Single(codes.SelectMany(answer => answer.SetCookies).Where(c => c.StartsWith(Session, StringComparison.Ordinal)).Distinct());
        Assert.True(await chen.IsInAsync());
        Assert.Equal(["CheckMfa", "ConsoleLogin"], (await EventsAsync(org, before)).Order(StringComparer.Ordinal).Where(e => e is "CheckMfa" or "ConsoleLogin"));
        Assert.Equal(1, await org.InDatabaseAsync(db => db.Sessions.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_slow_second_click_by_a_browser_that_has_the_session_already_gets_the_same_answer()
    {
        await using var org = await Organisation.OpenAsync();
        using var chen = new RawVisitor(org);
        await chen.PasswordAsync(org.Chen);
        var page = await chen.Client.GetAsync("/signin/mfa");
        var code = new Dictionary<string, string> { ["Input.Code"] = org.CodesOf(org.Chen).Now() };
        Assert.Equal("/", (await chen.Client.SubmitAsync(page, code)).Location);
        var session = chen.Client.Cookies[Session];

        Assert.Equal("/", (await chen.Client.SubmitAsync(page, code)).Location);

        Assert.Equal(session, chen.Client.Cookies[Session]);
        Assert.Equal(1, await org.InDatabaseAsync(db => db.Sessions.CountAsync(TestContext.Current.CancellationToken)));
        org.Server.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.NotEqual("/", (await chen.Client.SubmitAsync(page, code)).Location);
    }

    [Fact]
    public async Task A_wrong_code_clicked_twice_is_counted_once_and_typed_again_twice()
    {
        await using var org = await Organisation.OpenAsync();
        using var chen = new RawVisitor(org);
        await chen.PasswordAsync(org.Chen);
        var before = await SequenceAsync(org);
        var page = await chen.Client.GetAsync("/signin/mfa");
        var wrong = new Dictionary<string, string> { ["Input.Code"] = "000000" };

        var answers = await Task.WhenAll(chen.Client.SubmitAsync(page, wrong), chen.Client.SubmitAsync(page, wrong));

        Assert.All(answers, answer => Assert.Contains("The code was not accepted", answer.Body, StringComparison.Ordinal));
        Assert.Single(await EventsAsync(org, before), e => e == "CheckMfa");
        await chen.Client.SubmitAsync(answers[0], wrong);
        Assert.Equal(2, (await EventsAsync(org, before)).Count(e => e == "CheckMfa"));
    }

    [Fact]
    public async Task Whoever_has_the_form_but_not_the_browsers_cookies_gets_nothing()
    {
        await using var org = await Organisation.OpenAsync();
        using var chen = new RawVisitor(org);
        using var thief = new RawVisitor(org);
        await chen.PasswordAsync(org.Chen);
        await thief.Client.GetAsync("/signin");
        var page = await chen.Client.GetAsync("/signin/mfa");
        var code = new Dictionary<string, string> { ["Input.Code"] = org.CodesOf(org.Chen).Now() };
        var pending = chen.Client.Cookies["__Host-iam-signin"];
        Assert.Equal("/", (await chen.Client.SubmitAsync(page, code)).Location);

        Assert.Equal(HttpStatusCode.BadRequest, (await thief.Client.SubmitAsync(page, code)).Status);
        thief.Client.Cookies[Antiforgery] = chen.Client.Cookies[Antiforgery];
        var withoutPending = await thief.Client.SubmitAsync(page, code);
        thief.Client.Cookies["__Host-iam-signin"] = pending[..^2] + "xx";
        var withAnother = await thief.Client.SubmitAsync(page, code);

        Assert.All([withoutPending, withAnother], answer => Assert.StartsWith("/signin/ended", answer.Location, StringComparison.Ordinal));
        Assert.False(thief.Client.Cookies.ContainsKey(Session));
    }

    [Fact]
    public async Task The_first_click_is_carried_out_though_the_browser_gave_it_up_for_the_second()
    {
        var gate = new DatabaseGate();
        await using var org = await Organisation.OpenAsync(new ConsoleServer(gate: gate));
        using var chen = new RawVisitor(org);
        await chen.PasswordAsync(org.Chen);
        var page = await chen.Client.GetAsync("/signin/mfa");
        var code = new Dictionary<string, string> { ["Input.Code"] = org.CodesOf(org.Chen).Now() };
        using var first = new RawClient(org.Server.Url);
        foreach (var (name, value) in chen.Client.Cookies) first.Cookies[name] = value;
        gate.Hold();
        var given = first.SubmitAsync(page, code);
        await gate.AskedAsync();
        first.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(() => given);
        var second = chen.Client.SubmitAsync(page, code);
        gate.Release();

        Assert.Equal("/", (await second).Location);
        Assert.True(await chen.IsInAsync());
        Assert.Equal(1, await org.InDatabaseAsync(db => db.Sessions.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Signing_out_twice_leads_to_the_sign_in_both_times()
    {
        await using var org = await Organisation.OpenAsync();
        using var amina = new RawVisitor(org);
        await amina.PasswordAsync(org.Amina);
        var page = await amina.Client.GetAsync("/signin/confirm");
        var token = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page.Body).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var form = new Dictionary<string, string> { ["__RequestVerificationToken"] = token };

        Assert.Equal("/signin", (await amina.Client.PostAsync("/signout", form)).Location);
        Assert.Equal("/signin", (await amina.Client.PostAsync("/signout", form)).Location);
    }

    private static Task<long> SequenceAsync(Organisation org) =>
        org.InDatabaseAsync(db => db.AuditEvents.MaxAsync(e => e.Sequence, TestContext.Current.CancellationToken));

    private static Task<string[]> EventsAsync(Organisation org, long after) => org.InDatabaseAsync(db =>
        db.AuditEvents.Where(e => e.Sequence > after).Select(e => e.EventName).ToArrayAsync(TestContext.Current.CancellationToken));
}
