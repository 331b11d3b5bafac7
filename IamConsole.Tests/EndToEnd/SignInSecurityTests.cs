using System.Net;
using IamConsole.Core.Persistence;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.EndToEnd;

/// <summary>The security bar's tests at the door: ids T01 and on.</summary>
public sealed class SignInSecurityTests
{
    private const string Session = "__Host-iam-session";
    private const string Pending = "__Host-iam-signin";

    [Fact]
    public async Task T01_a_code_is_accepted_once_and_its_reuse_looks_like_a_wrong_code()
    {
        await using var org = await Organisation.OpenAsync();
        org.Server.Clock.FreezeAtStepStart();
        var code = org.CodesOf(org.Chen).Now();
        using var first = new RawVisitor(org);
        using var second = new RawVisitor(org);
        await first.PasswordAsync(org.Chen);
        await second.PasswordAsync(org.Chen);
        Assert.Equal("/", (await first.CodeAsync(code)).Location);
        var reused = await second.CodeAsync(code);
        var wrong = await second.CodeAsync("000000");
        Assert.False(await second.IsInAsync());
        Assert.Equal(Visible(wrong), Visible(reused));
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Contains(await db.AuditEvents.Select(e => e.Reason).ToListAsync(TestContext.Current.CancellationToken), reason => reason == "CodeReused");
    }

    [Fact]
    public async Task T02_of_fifty_sign_ins_with_one_code_exactly_one_succeeds()
    {
        await using var org = await Organisation.OpenAsync();
        org.Server.Clock.FreezeAtStepStart();
        var visitors = Enumerable.Range(0, 50).Select(_ => new RawVisitor(org)).ToList();
        await Task.WhenAll(visitors.Select(v => v.PasswordAsync(org.Chen)));
        var code = org.CodesOf(org.Chen).Now();
        await Task.WhenAll(visitors.Select(v => v.CodeAsync(code)));
        Assert.Single(visitors, v => v.Client.Cookies.ContainsKey(Session));
        visitors.ForEach(v => v.Dispose());
    }

    [Fact]
    public async Task T04_a_pending_sign_in_reaches_nothing_but_the_second_step()
    {
        await using var org = await Organisation.OpenAsync();
        using var visitor = new RawVisitor(org);
        await visitor.PasswordAsync(org.Chen);
        foreach (var path in Routes.OfConsole(org.Server))
        {
            var answer = await visitor.Client.GetAsync(path, accept: "*/*");
            Assert.True(answer.Status is HttpStatusCode.Unauthorized, $"{path}: {answer.Status}");
            Assert.DoesNotContain("chen", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task T15_unknown_wrong_without_password_and_throttled_look_the_same_to_the_byte()
    {
        await using var org = await Organisation.OpenAsync();
        var answers = new List<string>();
        foreach (var (account, name) in new[] { ("lumen-labs", "chen.yulan"), ("lumen-labs", "zhen.yulan"), ("no-such-acc", "chen.yulan") })
            answers.Add(await RefusedAsync(org, account, name));
        answers.Add(await RefusedAsync(org, "lumen-labs", "build-monitor"));
        for (var i = 0; i < 10; i++) await RefusedAsync(org, "lumen-labs", "chen.yulan");
        answers.Add(await RefusedAsync(org, "lumen-labs", "chen.yulan", org.Chen.Password));
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task T17_T26_each_step_has_a_new_cookie_and_every_cookie_is_locked_down()
    {
        await using var org = await Organisation.OpenAsync();
        using var visitor = new RawVisitor(org);
        visitor.Client.Cookies[Session] = "planted";
        visitor.Client.Cookies[Pending] = "planted";
        var password = await visitor.PasswordAsync(org.Chen);
        var pending = visitor.Client.Cookies[Pending];
        var done = await visitor.CodeAsync(org.CodesOf(org.Chen).Now());
        Assert.NotEqual("planted", pending);
        Assert.NotEqual("planted", visitor.Client.Cookies[Session]);
        Assert.False(visitor.Client.Cookies.ContainsKey(Pending));
        foreach (var cookie in password.SetCookies.Concat(done.SetCookies))
        {
            var lower = cookie.ToLowerInvariant();
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", lower, StringComparison.Ordinal);
            Assert.Contains("httponly", lower, StringComparison.Ordinal);
            Assert.Contains("samesite=", lower, StringComparison.Ordinal);
            Assert.Contains("path=/", lower, StringComparison.Ordinal);
            Assert.DoesNotContain("max-age", lower, StringComparison.Ordinal);
            Assert.InRange(cookie.Length, 1, 4096);
        }

        // The dead one opens nothing.
        visitor.Client.Cookies.Remove(Session);
        visitor.Client.Cookies[Pending] = pending;
        Assert.StartsWith("/signin/ended", (await visitor.Client.GetAsync("/signin/mfa")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T18_a_pending_sign_in_is_of_one_browser_and_five_minutes()
    {
        await using var org = await Organisation.OpenAsync();
        using var owner = new RawVisitor(org);
        using var thief = new RawVisitor(org, "Other/2.0");
        await owner.PasswordAsync(org.Chen);
        await thief.Client.GetAsync("/signin");
        thief.Client.Cookies[Pending] = owner.Client.Cookies[Pending];
        Assert.StartsWith("/signin/ended", (await thief.Client.GetAsync("/signin/mfa")).Location, StringComparison.Ordinal);
        var page = await owner.Client.GetAsync("/signin/mfa");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        org.Server.Clock.Advance(TimeSpan.FromMinutes(5));
        var late = await owner.Client.SubmitAsync(page, new() { ["Input.Code"] = org.CodesOf(org.Chen).Now() });
        Assert.False(await owner.IsInAsync());
        Assert.NotEqual("/", late.Location);
    }

    [Fact]
    public async Task T23_T24_a_session_dies_with_sign_out_and_with_time()
    {
        await using var org = await Organisation.OpenAsync();
        using var visitor = new RawVisitor(org);
        await visitor.PasswordAsync(org.Amina);
        Assert.True(await visitor.IsInAsync());
        var copied = visitor.Client.Cookies[Session];
        var page = await visitor.Client.GetAsync("/signin/confirm");
        await visitor.Client.SubmitAsync(page, [], action: "/signout");
        visitor.Client.Cookies[Session] = copied;
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.Client.GetAsync("/users", accept: "*/*")).Status);

        visitor.Client.Cookies.Remove(Session);
        await visitor.PasswordAsync(org.Amina);
        Assert.True(await visitor.IsInAsync());
        org.Server.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.False(await visitor.IsInAsync());
    }

    private static async Task<string> RefusedAsync(Organisation org, string account, string name, string password = "not the password")
    {
        using var visitor = new RawVisitor(org);
        var answer = await visitor.NameAsync(account, name, password);
        Assert.False(visitor.Client.Cookies.ContainsKey(Pending));
        var headers = answer.Headers.Where(h => h.Key is not ("Date" or "Set-Cookie")).Select(h => $"{h.Key}: {h.Value}").Order();
        return $"{answer.Status}\n{string.Join('\n', headers)}\n{Visible(answer).Replace(account, "ACCOUNT", StringComparison.Ordinal).Replace(name, "NAME", StringComparison.Ordinal)}";
    }

    // All but the antiforgery token, which is random.
    private static string Visible(RawResponse answer) => System.Text.RegularExpressions.Regex.Replace(
        answer.Body, "name=\"__RequestVerificationToken\" value=\"[^\"]*\"", "");
}
