using IamConsole.Web.Sessions;
using IamConsole.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace IamConsole.Tests.Web.SignIn;

public sealed class RememberedAccountTests
{
    [Theory]
    [InlineData("lumen-labs", "maria.sousa")]
    [InlineData("482719305561", "a+b=c,d@e_f-g")]
    public void What_was_remembered_comes_back(string account, string name)
    {
        var answer = new DefaultHttpContext();
        new RememberedAccount(account, name).Write(answer.Response);

        Assert.Equal(new RememberedAccount(account, name), Read(Cookie(answer)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("lumen-labs")]
    [InlineData("lumen-labs/")]
    [InlineData("/maria")]
    [InlineData("lumen-labs/maria/extra")]
    [InlineData("Lumen Labs/maria")]
    [InlineData("signin/maria")]
    [InlineData("lumen-labs/<script>")]
    [InlineData("lumen-labs/two words")]
    public void Nonsense_is_forgotten(string cookie) => Assert.Null(Read(cookie));

    [Fact]
    public void The_cookie_belongs_to_this_host_alone_and_no_script_reads_it()
    {
        var answer = new DefaultHttpContext();
        new RememberedAccount("lumen-labs", "maria").Write(answer.Response);

        var header = answer.Response.Headers.SetCookie.ToString().ToLowerInvariant();
        Assert.StartsWith("__host-", header, StringComparison.Ordinal);
        Assert.All(["secure", "httponly", "path=/"], part => Assert.Contains(part, header, StringComparison.Ordinal));
        Assert.DoesNotContain("domain", header, StringComparison.Ordinal);
    }

    private static string Cookie(HttpContext answer) => answer.Response.Headers.SetCookie.ToString().Split(';')[0].Split('=', 2)[1];

    private static RememberedAccount? Read(string cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = $"{ConsoleCookies.Remember}={cookie}";
        return RememberedAccount.Read(context.Request);
    }
}
