using IamConsole.Web.SignIn;
using Xunit;

namespace IamConsole.Tests.Web.SignIn;

public sealed class ReturnUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/users")]
    [InlineData("/users/maria.sousa?tab=security")]
    [InlineData("/users?name=a%20b")]
    [InlineData("/signatures")]
    public void A_path_of_this_site_is_kept(string url) => Assert.Equal(url, ReturnUrl.Local(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("users")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("%2f%2fevil.example")]
    [InlineData("/%2fevil.example")]
    [InlineData("/%2F/evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData(" /users")]
    [InlineData("/\u2215evil.example")]
    public void Anything_that_could_lead_elsewhere_leads_to_the_dashboard(string? url) => Assert.Equal("/", ReturnUrl.Local(url));

    [Theory]
    [InlineData("/signin")]
    [InlineData("/signin/mfa")]
    [InlineData("/SignIn?returnUrl=/users")]
    [InlineData("/signout")]
    public void The_sign_in_never_leads_back_to_itself(string url) => Assert.Equal("/", ReturnUrl.Local(url));

    [Fact]
    public void An_endless_path_is_refused() => Assert.Equal("/", ReturnUrl.Local("/" + new string('a', 3000)));

    [Fact]
    public void The_way_back_travels_encoded_and_only_when_there_is_one()
    {
        Assert.Equal("/signin/mfa", ReturnUrl.Append("/signin/mfa", "//evil.example"));
        Assert.Equal("/signin/mfa?method=key&returnUrl=%2Fusers%3Fa%3D1%26b", ReturnUrl.Append("/signin/mfa?method=key", "/users?a=1&b"));
    }
}
