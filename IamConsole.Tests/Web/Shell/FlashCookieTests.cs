using IamConsole.Web.Controls;
using IamConsole.Web.Shell;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace IamConsole.Tests.Web.Shell;

public sealed class FlashCookieTests
{
    private readonly FlashCookie _cookie = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void Carries_a_message_over_a_redirect()
    {
        var message = new FlashMessage(FlashKind.Success, "You can use it from now on.", "MFA device assigned", "Assign another device", "/x");
        var answer = new DefaultHttpContext();
        _cookie.Put(answer, message);

        var next = new DefaultHttpContext();
        next.Request.Headers.Cookie = answer.Response.Headers.SetCookie.ToString().Split(';')[0];

        var header = answer.Response.Headers.SetCookie.ToString().ToLowerInvariant();
        Assert.StartsWith("__host-iam-flash=", header, StringComparison.Ordinal);
        Assert.All(["; secure", "; httponly", "; path=/;", "samesite=lax", "max-age=60"], part => Assert.Contains(part, header, StringComparison.Ordinal));
        Assert.Equal(message, _cookie.Take(next));
        Assert.Contains("expires=Thu, 01 Jan 1970", next.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_nothing_that_somebody_else_wrote()
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = "__Host-iam-flash=CfDJ8forged";

        Assert.Null(_cookie.Take(context));
    }
}
