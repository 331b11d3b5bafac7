using System.Reflection;
using IamConsole.Core.Accounts;
using IamConsole.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Tests.Core.Accounts;

public sealed class AccountAliasTests
{
    [Theory]
    [InlineData("lumen-labs", true)]
    [InlineData("abc", true)]
    [InlineData("ab", false)]
    [InlineData("-abc", false)]
    [InlineData("abc-", false)]
    [InlineData("a--b", false)]
    [InlineData("Abc", false)]
    [InlineData("abc\n", false)]
    [InlineData("123456789012", false)]
    [InlineData("1234567890123", true)]
    [InlineData("signin", false)]
    public void An_alias_is_what_IAM_takes_and_hides_no_page(string text, bool good) => Assert.Equal(good, AccountAlias.IsValid(text));

    // Otherwise an account of that alias would open another page in place of its own sign-in.
    [Fact]
    public void No_page_of_the_console_begins_with_what_could_be_an_alias()
    {
        var segments = typeof(ConsoleServer).Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template.Trim('/').Split('/')[0])
            .Where(s => !s.StartsWith('{')).Distinct().ToList();

        Assert.Contains("policies", segments);
        Assert.All(segments, s => Assert.False(AccountAlias.IsValid(s), s));
    }

    [Fact]
    public void The_longest_alias_has_63_characters()
    {
        Assert.True(AccountAlias.IsValid(new string('a', 63)));
        Assert.False(AccountAlias.IsValid(new string('a', 64)));
    }
}
