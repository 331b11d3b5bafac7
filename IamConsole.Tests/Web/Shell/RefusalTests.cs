using Bunit;
using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Web.Shell;

namespace IamConsole.Tests.Web.Shell;

public sealed class RefusalTests : BunitContext
{
    private const string Bob = "arn:aws:iam::111122223333:user/bob";

    [Theory]
    [InlineData(false, "No identity-based policy allows the iam:ListUsers action")]
    [InlineData(true, "Explicit deny in an identity-based policy")]
    public void A_refusal_by_policy_stands_in_its_parts_and_the_whole_sentence_can_be_copied(bool explicitly, string reason)
    {
        var error = PermissionErrors.AccessDenied(Bob, "iam:ListUsers", "*", explicitly);

        var refusal = Render<Refusal>(p => p.Add(r => r.Error, error));

        Assert.Equal(["User", "Action", "Resource", "Reason"], refusal.FindAll("dt").Select(t => t.TextContent.Trim()));
        Assert.Equal([Bob, "iam:ListUsers", "*", reason], refusal.FindAll("dd").Select(d => d.TextContent.Trim()));
        Assert.Equal("Access denied", refusal.Find(".alert-title").TextContent);
        Assert.Equal(error.Message, refusal.Find("[data-copy]").GetAttribute("data-copy"));
    }

    [Fact]
    public void Every_other_refusal_is_its_sentence()
    {
        var refusal = Render<Refusal>(p => p.Add(r => r.Error, PermissionErrors.NoSuchUser).Add(r => r.Title, "The tags were not saved"));

        Assert.Equal("The tags were not saved", refusal.Find(".alert-title").TextContent);
        Assert.Contains("The user cannot be found.", refusal.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(refusal.FindAll("dl, [data-copy]"));
    }
}
