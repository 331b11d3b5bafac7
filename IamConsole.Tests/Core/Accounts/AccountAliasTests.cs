using IamConsole.Core.Accounts;

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

    [Fact]
    public void The_longest_alias_has_63_characters()
    {
        Assert.True(AccountAlias.IsValid(new string('a', 63)));
        Assert.False(AccountAlias.IsValid(new string('a', 64)));
    }
}
