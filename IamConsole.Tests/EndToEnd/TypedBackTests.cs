using System.Net;
using IamConsole.Core.Accounts;
using IamConsole.Tests.EndToEnd.Rig;

namespace IamConsole.Tests.EndToEnd;

/// <summary>What the console shows it takes back at the sign-in.</summary>
public sealed class TypedBackTests
{
    [Fact]
    public async Task The_number_as_it_is_shown_the_alias_in_any_case_and_blanks_around_sign_in_and_are_remembered_plainly()
    {
        await using var org = await Organisation.OpenAsync();
        var (id, alias) = (org.Lumen.AccountId, org.Lumen.Alias);
        string[] typed =
        [
            AccountId.Grouped(id), id.Insert(8, " ").Insert(4, " "), AccountId.Grouped(id).Replace('-', '\u2011'), $"  {id}\t",
            alias.ToUpperInvariant(), $" {alias} ",
        ];
        foreach (var account in typed)
        {
            using var visitor = new RawVisitor(org);
            var answer = await visitor.Client.SubmitAsync(await visitor.Client.GetAsync("/signin"), new()
            {
                ["Input.Account"] = account,
                ["Input.UserName"] = $" {org.Amina.Name} ",
                ["Input.Password"] = org.Amina.Password,
                ["Input.Remember"] = "on",
            });
            Assert.True(answer.Status is HttpStatusCode.Redirect, account);
            visitor.Client.Cookies.Remove("__Host-iam-session");
            Assert.Contains($"value=\"{org.Amina.Name}\"", (await visitor.Client.GetAsync("/signin")).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_accounts_own_address_takes_its_alias_in_any_case()
    {
        await using var org = await Organisation.OpenAsync();
        using var visitor = new RawVisitor(org);
        var form = await visitor.Client.GetAsync($"/{org.Lumen.Alias.ToUpperInvariant()}/signin");
        var answer = await visitor.Client.SubmitAsync(form, new()
        {
            ["Input.Account"] = org.Lumen.Alias.ToUpperInvariant(),
            ["Input.UserName"] = org.Amina.Name,
            ["Input.Password"] = org.Amina.Password,
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }

    [Fact]
    public async Task Sign_out_has_the_browser_forget_what_it_holds_ready()
    {
        await using var org = await Organisation.OpenAsync();
        using var visitor = new RawVisitor(org);
        await visitor.PasswordAsync(org.Amina);
        var left = await visitor.Client.SubmitAsync(await visitor.Client.GetAsync("/signin/confirm"), [], action: "/signout");
        Assert.Equal("\"cache\", \"storage\"", left.Headers["Clear-Site-Data"]);
    }

    [Fact]
    public async Task What_is_too_large_for_a_form_is_refused_with_words()
    {
        await using var org = await Organisation.OpenAsync();
        using var visitor = new RawVisitor(org);
        await visitor.PasswordAsync(org.Chen);
        var page = await visitor.Client.GetAsync("/signin/mfa");
        var answer = await visitor.Client.SubmitAsync(page, new() { ["Input.Credential"] = new string('A', 2_000_000) });
        Assert.Contains("<h1>", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Something went wrong", answer.Body, StringComparison.Ordinal);
    }
}
